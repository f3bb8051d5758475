import { Button, Text } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type api, History } from "../../api";
import { keys, useGo } from "../../frame";
import { useModel } from "../../model";
import { ErrorNotice, Icon, useCopy, useFail } from "../../ui";
import { count, counted, found } from "../../ui/format";
import { appliedLabel, writesByTable } from "./applyLabel";
import { arrivedIn } from "./arrived";
import { useChooseFiles } from "./ChooseFiles";
import { GiveBack } from "./GiveBack";
import { KeepMapping } from "./MappingMenu";
import { useNames } from "./names";
import { allProblems } from "./problemPages";
import { problemsAsText } from "./problems";
import { useArrival } from "./useArrival";
import { session, usePartial } from "./useSession";
import { fileNames } from "./wording";

interface Props {
  plan: api.Plan;
  done: api.Done;
}

/** What the import did, how to take it back, and where to look at it. */
export function Applied({ plan, done }: Props) {
  const names = useNames();
  const model = useModel();
  const go = useGo();
  const choose = useChooseFiles();
  const undone = useUndone(done.seq);
  const [error, setError] = useState<unknown>();
  const undo = () => History.Undo(done.seq).then(() => setError(undefined), setError);
  const tables = tablesOf(plan);
  return (
    <section className="import-choose" aria-labelledby="import-title">
      <h1
        ref={useArrival()}
        tabIndex={-1}
        id="import-title"
        className="page-title"
        aria-live="polite"
      >
        {undone ? "The import was undone" : appliedLabel(plan, names)}
      </h1>
      <Text className="quiet">
        {undone
          ? "What it wrote was taken back. Redo brings it in again; the plan can be corrected and applied anew."
          : `From ${fileNames(session.state().options?.paths ?? [])}, as one change.`}
      </Text>
      {error !== undefined && <ErrorNotice title="The import was not undone." error={error} />}
      <div className="import-actions">
        {undone ? (
          <Button appearance="primary" onClick={() => session.again()}>
            Back to the plan
          </Button>
        ) : (
          tables.map((table, i) => (
            <Button
              key={table}
              appearance={i === 0 ? "primary" : "secondary"}
              onClick={() => go.list(table, arrivedIn(model, plan, table, done.seq))}
            >
              {tables.length === 1
                ? "Show the records"
                : `Show ${names.table(table)?.plural ?? table}`}
            </Button>
          ))
        )}
        <Button icon={<Icon name="undo" />} disabled={undone || done.seq === 0} onClick={undo}>
          Undo
        </Button>
        <Button onClick={choose}>Import other files…</Button>
      </div>
      <NotTaken plan={plan} />
      <Found plan={plan} kept={undone ? 0 : done.seq} />
      {!undone && <KeepMapping plan={plan} />}
    </section>
  );
}

/** Whether a change is undone now, wherever that was asked for. */
function useUndone(seq: number): boolean {
  const { data } = useQuery({
    queryKey: [...keys.history, "set", seq],
    queryFn: () => History.Set(seq),
    enabled: seq > 0,
  });
  return data?.undone ?? false;
}

/** The tables that the import wrote to, at most three, the most written first. */
function tablesOf(plan: api.Plan): string[] {
  const size = (w: { created: number; updated: number }) => w.created + w.updated;
  const writes = writesByTable(plan).sort((a, b) => size(b) - size(a));
  return writes.slice(0, 3).map((w) => w.table);
}

/** What of the files is not in the catalogue now, and why. */
function NotTaken({ plan }: { plan: api.Plan }) {
  const go = useGo();
  const { read, unchanged, skipped, rejected } = plan.counts;
  const rest = [
    unchanged > 0 ? `${count(unchanged)} unchanged` : "",
    skipped > 0 ? `${count(skipped)} skipped` : "",
    rejected > 0 ? `${count(rejected)} rejected` : "",
  ].filter(Boolean);
  return (
    <div className="import-rest">
      <Text>
        {counted(read, "row")} read{rest.length > 0 && `, of them ${rest.join(", ")}`}.
      </Text>
      {plan.waiting > 0 && (
        <>
          <Text>
            {counted(plan.waiting, "value")} of {plan.source} wait to be accepted.
          </Text>
          <Button size="small" onClick={() => go.screen("waiting")}>
            Look at what waits
          </Button>
        </>
      )}
    </div>
  );
}

/** What was found in the files, and the ways to it; kept is the change whose entry in the history has it, 0 for none. */
function Found({ plan, kept }: { plan: api.Plan; kept: number }) {
  const [copied, copy] = useCopy();
  const fail = useFail();
  const go = useGo();
  const partial = usePartial();
  const all = found(plan.problems, plan.remarks, plan.questions - plan.open);
  if (!all && !kept) return null;
  return (
    <div className="import-rest">
      <Text>{foundSentence(all, kept > 0)}</Text>
      <div className="import-actions">
        <GiveBack plan={plan} taken />
        {plan.problems + plan.remarks > 0 && (
          <Button
            size="small"
            icon={<Icon name="copy" />}
            onClick={() => whatWasWrong(plan.job, partial).then(copy).catch(fail)}
          >
            {copied ? "Copied" : "Copy them as text"}
          </Button>
        )}
        {kept > 0 && (
          <Button size="small" icon={<Icon name="history" />} onClick={() => go.history(kept)}>
            Look at it there
          </Button>
        )}
      </div>
    </div>
  );
}

function foundSentence(all: string, kept: boolean): string {
  if (!kept) return `${all}.`;
  return all ? `Kept in the history: ${all}.` : "The history keeps every change.";
}

/** Problems first, then what is only told. */
async function whatWasWrong(job: string, partial: boolean): Promise<string> {
  const problems = await allProblems(job, "", false);
  return problemsAsText([...problems, ...(await allProblems(job, "", true))], partial);
}
