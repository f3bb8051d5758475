import { Button, mergeClasses } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { type api, Import } from "../../api";
import { Cut, EmptyState, useFirstPage } from "../../ui";
import { changesNothing } from "./applyLabel";
import { useNames } from "./names";
import { listKey, PagedList } from "./PagedList";
import { RowDetail } from "./RowDetail";
import { rowSummary } from "./rows";
import { wholeRow } from "./whole";
import { type Names, nothingChanges, type Outcome, outcomeLabels, rowPlace } from "./wording";

interface Props {
  plan: api.Plan;
  outcome: Outcome | "";
  onOutcome(outcome: Outcome | ""): void;
}

/** Every row of the files and what would become of it. */
export function RowsTab({ plan, outcome, onOutcome }: Props) {
  const names = useNames();
  const [selected, setSelected] = useState({ outcome, index: 0 });
  const scroller = useRef<HTMLDivElement>(null);
  const oneSheet = plan.sheets.filter((s) => s.counts.read > 0).length < 2;
  const index = selected.outcome === outcome ? selected.index : 0;
  return (
    <PagedList
      key={outcome}
      label={outcome ? `Rows, ${outcomeLabels[outcome].toLowerCase()}` : "All rows"}
      {...rowsOf(plan.job, outcome)}
      rowHeight={52}
      stays
      scroller={scroller}
      head={
        <div
          className={mergeClasses(
            "import-item-cells import-list-head",
            oneSheet && "import-one-sheet",
          )}
          aria-hidden
        >
          <span>Outcome</span>
          <span>{oneSheet ? "Row" : "Sheet and row"}</span>
          <span>Name</span>
          <span>What would change</span>
        </div>
      }
      row={(row) => <RowCells row={row} oneSheet={oneSheet} names={names} />}
      selected={index}
      onSelect={(next) => setSelected({ outcome, index: next })}
      detail={(row) => (
        <RowDetail row={row} plan={plan} onAnswer={() => scroller.current?.focus()} />
      )}
      empty={<NoRows plan={plan} outcome={outcome} onOutcome={onOutcome} />}
    />
  );
}

/** The rows of a plan with one outcome, "" for all, as a list that is read in pages. */
function rowsOf(job: string, outcome: Outcome | "") {
  const fetch = async (offset: number, limit: number) => {
    const { total, rows } = await Import.Rows(job, outcome, offset, limit);
    return { total, items: (rows ?? []).map(wholeRow) };
  };
  return { name: [job, "rows", outcome], fetch };
}

/** Reads the first rows of a plan while the person looks at how its files were understood. */
export function RowsAhead({ job }: { job: string }) {
  const { name, fetch } = rowsOf(job, "");
  useFirstPage({ queryKey: listKey(name), fetch });
  return null;
}

interface CellsProps {
  row: api.PlanRow;
  oneSheet: boolean;
  names: Names;
}

function RowCells({ row, oneSheet, names }: CellsProps) {
  const at = rowPlace(row, oneSheet);
  const summary = rowSummary(row, names);
  return (
    <div className={mergeClasses("import-item-cells", oneSheet && "import-one-sheet")}>
      <OutcomeMark outcome={row.outcome} />
      <Cut className="quiet">
        {oneSheet && <span className="visually-hidden">row </span>}
        {at}
      </Cut>
      <Cut className="two-lines">{row.name || "(no name)"}</Cut>
      <Cut className="two-lines quiet">{summary}</Cut>
    </div>
  );
}

/** An outcome in one word; only what is rejected has a colour. */
export function OutcomeMark({ outcome }: { outcome: string }) {
  return (
    <span className={mergeClasses("import-outcome", `import-outcome-${outcome}`)}>
      {outcomeLabels[outcome as Outcome] ?? outcome}
    </span>
  );
}

function NoRows({ plan, outcome, onOutcome }: Props) {
  if (plan.counts.read > 0 && outcome)
    return (
      <EmptyState
        icon="table"
        title={`No row would be ${outcome}`}
        text={changesNothing(plan) ? nothingChanges(plan) : undefined}
        actions={<Button onClick={() => onOutcome("")}>Show all rows</Button>}
      />
    );
  return (
    <EmptyState
      icon="table"
      title="No rows were found"
      text="Under “Sheets and columns”, check which row is the header and which table the rows belong to."
    />
  );
}
