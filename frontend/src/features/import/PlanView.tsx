import "./plan.css";
import { Button, Tab, TabList } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import type { ApiError, api } from "../../api";
import { ErrorNotice } from "../../ui";
import { count } from "../../ui/format";
import { DateQuestion } from "./DateQuestion";
import { DeletionsTab } from "./DeletionsTab";
import { FilesTab } from "./FilesTab";
import { MappingNote } from "./MappingMenu";
import { OutcomeBar } from "./OutcomeBar";
import { PlanHead } from "./PlanHead";
import { ProblemsTab } from "./ProblemsTab";
import { RowsTab } from "./RowsTab";
import { SheetsTab } from "./SheetsTab";
import type { ImportState } from "./session";
import { useGrowth } from "./useGrowth";
import { session } from "./useSession";
import { all, type Group, ValuesTab } from "./ValuesTab";
import type { Outcome } from "./wording";

type Tabs = "files" | "sheets" | "values" | "rows" | "problems" | "notes" | "deletions";

interface Props {
  state: ImportState;
  plan: api.Plan;
}

/** A plan: what applying it would do, how the files were understood, every row, every problem. */
export function PlanView({ state, plan }: Props) {
  const [tab, setTab] = useState<Tabs>("sheets");
  const [outcome, setOutcome] = useState<Outcome | "">("");
  const [group, setGroup] = useState(all);
  const showOutcome = (next: Outcome | "") => {
    setOutcome(next);
    setTab("rows");
  };
  const showValues = (of: Group, open = false) => {
    setGroup({ ...of, open });
    setTab("values");
  };
  useGrowth(plan);
  const options = state.options;
  if (!options) return null;
  const usually = options.deletions ? 990 : 9990; // one tab more leaves less room for the others
  const most = count(Math.max(usually, plan.counts.read, plan.problems, plan.remarks));
  return (
    <section className="import-plan" aria-labelledby="import-title">
      <PlanHead
        state={state}
        plan={plan}
        options={options}
        onDecide={() => showValues(all, true)}
        onConflicts={() => setTab("problems")}
      />
      {state.error && <Failure error={state.error} />}
      <OutcomeBar
        counts={plan.counts}
        reading={plan.reading}
        shown={tab === "rows" ? outcome : undefined}
        onShow={showOutcome}
      />
      <MappingNote state={state} />
      <DateQuestion plan={plan} options={options} />
      <div className="import-line">
        <TabList
          aria-label="The plan"
          selectedValue={tab}
          onTabSelect={(_, { value }) => setTab(value as Tabs)}
        >
          <Tab value="files">Files ({count(options.paths.length)})</Tab>
          <Tab value="sheets">Sheets and columns</Tab>
          <Tab value="values">
            <Steady room={`Values (${count(Math.max(usually / 10, plan.questions))} to decide)`}>
              {valuesTitle(plan)}
            </Steady>
          </Tab>
          <Tab value="rows">
            <Steady room={`Rows (${most})`}>Rows ({count(plan.counts.read)})</Steady>
          </Tab>
          <Tab value="problems">
            <Steady room={`Problems (${most})`}>Problems ({count(plan.problems)})</Steady>
          </Tab>
          <Tab value="notes">
            <Steady room={`Notes (${most})`}>Notes ({count(plan.remarks)})</Steady>
          </Tab>
          {options.deletions && <Tab value="deletions">Deletions ({count(plan.deletions)})</Tab>}
        </TabList>
        <NextStep tab={tab} plan={plan} onGo={setTab} />
      </div>
      <div className="import-tab" role="tabpanel" aria-label={panelNames[tab]}>
        {tab === "files" && <FilesTab plan={plan} options={options} />}
        {tab === "sheets" && <SheetsTab plan={plan} options={options} onValues={showValues} />}
        {tab === "values" && (
          <ValuesTab plan={plan} options={options} chosen={group} onChoose={setGroup} />
        )}
        {tab === "rows" && <RowsTab plan={plan} outcome={outcome} onOutcome={setOutcome} />}
        {tab === "problems" && <ProblemsTab key="problems" plan={plan} remarks={false} />}
        {tab === "notes" && <ProblemsTab key="notes" plan={plan} remarks />}
        {tab === "deletions" && <DeletionsTab plan={plan} options={options} />}
      </div>
    </section>
  );
}

/** Text in the room that a longer one would take, so that no tab moves under the pointer when a count changes. */
function Steady({ room, children }: { room: string; children: ReactNode }) {
  return (
    <span className="import-steady" data-room={room}>
      <span>{children}</span>
    </span>
  );
}

/** Why the last step came to nothing, over the counts: what stands below stays where it is. */
function Failure({ error }: { error: ApiError }) {
  const close = (
    <Button size="small" onClick={() => session.overlook()}>
      Close
    </Button>
  );
  return (
    <div className="import-failure">
      <ErrorNotice error={error} actions={close} />
    </div>
  );
}

/** What a person would look at next: columns without a place, values to decide, then the rows. */
function NextStep({ tab, plan, onGo }: { tab: Tabs; plan: api.Plan; onGo(tab: Tabs): void }) {
  const next: Partial<Record<Tabs, [Tabs, string]>> = {
    files: ["sheets", "Sheets"], // as short as the others: the tabs leave no more room
    sheets: plan.questions > 0 ? ["values", "Values"] : ["rows", "Rows"],
    values: ["rows", "Rows"],
  };
  const [to, label] = next[tab] ?? [];
  if (!to || plan.reading) return null;
  return (
    <Button appearance="subtle" className="import-next" onClick={() => onGo(to)}>
      Next: {label}
    </Button>
  );
}

/** "Values (3 to decide)", "Values (12)" when all are decided. */
function valuesTitle({ questions, open }: api.Plan): string {
  return `Values (${open > 0 ? `${count(open)} to decide` : count(questions)})`;
}

const panelNames: Record<Tabs, string> = {
  files: "Files",
  sheets: "Sheets and columns",
  values: "Values",
  rows: "Rows",
  problems: "Problems",
  notes: "Notes",
  deletions: "Deletions",
};
