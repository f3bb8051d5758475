import { Button, ProgressBar, Spinner, Text } from "@fluentui/react-components";
import type { api } from "../../api";
import { useCommands, useRefusal } from "../../commands";
import { useBringIn } from "../../frame";
import { Icon, useJob, useNotify } from "../../ui";
import { counted, fileName } from "../../ui/format";
import { applyLabel, changesNothing } from "./applyLabel";
import { Corrections } from "./Corrections";
import { MappingMenu } from "./MappingMenu";
import { useNames } from "./names";
import { rowsRead } from "./Planning";
import type { ImportState } from "./session";
import { useArrival } from "./useArrival";
import { session } from "./useSession";
import { fileNames, nothingChanges } from "./wording";

interface Props {
  state: ImportState;
  plan: api.Plan;
  options: api.ImportOptions;
  /** Shows the values that are to be decided. */
  onDecide(): void;
  /** Shows the cells that were changed in the file and in the catalogue. */
  onConflicts(): void;
}

/** What is imported, what has been corrected, and the button that applies it. */
export function PlanHead({ state, plan, options, onDecide, onConflicts }: Props) {
  const names = useNames();
  const bringIn = useBringIn();
  const label = plan.blocked ? "Apply" : applyLabel(plan, names);
  const refusal = useRefusal();
  const reason = refusal || whyNot(state, plan);
  const job = useJob(state.job?.id) ?? state.job;
  const title = useArrival();
  usePlanCommands(label, reason === "", () => bringIn());
  return (
    <header className="import-head">
      <div className="import-line">
        <h1
          ref={title}
          tabIndex={-1}
          id="import-title"
          className="page-title ellipsis"
          title={options.paths.map(fileName).join("\n")}
        >
          Import {fileNames(options.paths)}
        </h1>
        <div className="import-actions">
          <Button appearance="subtle" disabled={state.busy === "apply"} onClick={() => bringIn()}>
            Begin with other files…
          </Button>
          <Corrections plan={plan} options={options} />
          <MappingMenu state={state} plan={plan} options={options} />
        </div>
      </div>
      <div className="import-line import-apply">
        <Progress busy={state.busy} job={job} />
        <span className="import-reason" aria-live="polite">
          <Text
            id="import-reason"
            title={reason}
            className={plan.blocked && !state.busy ? "import-warn" : "quiet"}
          >
            {shortly(reason, plan) ||
              undecided(plan) ||
              waits(plan) ||
              "Nothing is written until then. Undo takes it back whole."}
          </Text>
          {!state.busy && plan.blocked && <WaysOut {...{ plan, options, onDecide }} />}
          {!state.busy && !plan.blocked && plan.conflicts.open > 0 && (
            <Button size="small" onClick={onConflicts}>
              Decide {counted(plan.conflicts.open, "conflict")}
            </Button>
          )}
        </span>
        <Button
          appearance="primary"
          icon={<Icon name="check" />}
          disabledFocusable={reason !== ""}
          aria-describedby="import-reason"
          onClick={() => session.apply()}
        >
          {label}
        </Button>
      </div>
      <div className="import-strip">
        {state.busy && (
          <ProgressBar
            aria-label={workNames[plan.reading ? "read" : state.busy]}
            value={job?.total ? job.done / job.total : undefined}
          />
        )}
      </div>
    </header>
  );
}

const workNames = { read: "Reading", plan: "Planning again", apply: "Applying" };

/** Why the plan cannot be applied now, "" when it can. */
export function whyNot(state: ImportState, plan: api.Plan): string {
  if (state.busy === "apply") return "Being applied.";
  if (plan.reading) return "More is being read. These are the first rows.";
  if (state.busy) return "A new plan is being made with your answers.";
  if (plan.blocked) return plan.blocked;
  return changesNothing(plan) ? nothingChanges(plan) : "";
}

/** Where buttons beside it say what to do, only why it is to be done: "12 rows cannot be taken:". */
function shortly(reason: string, plan: api.Plan): string {
  const [why = "", how] = reason.split(": ");
  return plan.open > 0 && how && reason === plan.blocked ? `${why}:` : reason;
}

/** What becomes of the conflicts that nobody has decided. */
function undecided({ conflicts }: api.Plan): string {
  if (conflicts.open === 0) return "";
  return "Where both sides changed a cell, the catalogue’s value stays until you decide.";
}

/** What the policies of its source do not let in. */
function waits({ waiting, source }: api.Plan): string {
  if (waiting === 0) return "";
  return `${counted(waiting, "value")} of ${source} will wait until somebody accepts them.`;
}

/** What unblocks a plan with one click. */
function WaysOut({ plan, options, onDecide }: Omit<Props, "state" | "onConflicts">) {
  const unknown = plan.problemCounts.some((p) => p.code === "unknown-name");
  return (
    <>
      {plan.open > 0 && (
        <Button size="small" onClick={onDecide}>
          Decide {counted(plan.open, "value")}
        </Button>
      )}
      {unknown && options.unknown === "reject" && (
        <Button size="small" onClick={() => session.correct({ ...options, unknown: "create" })}>
          Create unknown names
        </Button>
      )}
      {!options.partial && (
        <Button size="small" onClick={() => session.correct({ ...options, partial: true })}>
          Take good rows and cells
        </Button>
      )}
    </>
  );
}

function Progress({ busy, job }: Pick<ImportState, "busy" | "job">) {
  if (!busy) return null;
  return (
    <span className="import-progress">
      <Spinner size="extra-tiny" aria-hidden />
      <Text className="quiet">
        {[job?.phase, rowsRead(job)].filter(Boolean).join(" · ") || "Planning again"}
      </Text>
      <Button size="small" onClick={() => session.cancel()}>
        Cancel
      </Button>
    </span>
  );
}

function usePlanCommands(label: string, ready: boolean, choose: () => void): void {
  const notify = useNotify();
  const takeBack = () => {
    if (session.state().past.length > 0) session.takeBack();
    else notify({ intent: "info", text: "No correction is left to take back." });
  };
  const section = "Import";
  useCommands([
    {
      id: "import.apply",
      writes: true,
      label,
      icon: "check",
      keys: "Mod+Enter",
      section,
      enabled: ready,
      run: () => session.apply(),
    },
    {
      id: "import.takeBack",
      label: "Take back the last correction",
      icon: "undo",
      keys: "Mod+Z",
      section,
      run: takeBack,
    },
    {
      id: "import.choose",
      label: "Begin with other files",
      icon: "openFile",
      section,
      run: choose,
    },
    {
      id: "import.close",
      label: "Close this import",
      icon: "dismiss",
      section,
      run: () => session.close(),
    },
  ]);
}
