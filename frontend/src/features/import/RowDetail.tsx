import { Text } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { type api, Records } from "../../api";
import { shownText } from "../../fields";
import { keys } from "../../frame";
import { Icon } from "../../ui";
import { count, fileName } from "../../ui/format";
import { ConflictChoice } from "./ConflictChoice";
import { useNames } from "./names";
import { sameSheet } from "./options";
import { consequence, suggestion } from "./problems";
import { RowChoice } from "./RowChoice";
import { OutcomeMark } from "./RowsTab";
import { type CellView, cellsOf } from "./rows";
import { usePartial } from "./useSession";
import { sheetName } from "./wording";

interface Props {
  row: api.PlanRow | undefined;
  plan: api.Plan;
  onAnswer(): void;
}

/** One row: every cell that would change, old and new, with its problems; what stays, quietly. */
export function RowDetail({ row, plan, onAnswer }: Props) {
  const names = useNames();
  if (!row) return null;
  const { cells, ofRow } = cellsOf(row, plan, names);
  const table = names.table(row.table)?.label;
  return (
    <>
      <div className="import-detail-head">
        <Text as="h2" weight="semibold" size={400}>
          {row.name || "(no name)"}
        </Text>
        <Text className="quiet">{[table, ...wherefrom(row)].filter(Boolean).join(" · ")}</Text>
        <OutcomeMark outcome={row.outcome} />
      </div>
      {ofRow.map((problem) => (
        <ProblemNote key={problem.code + problem.message} problem={problem} />
      ))}
      <dl className="import-cells">
        {cells.map((cell) => (
          <Cell key={cell.id} cell={cell} />
        ))}
      </dl>
      {mayChoose(row, plan) && (
        <RowChoice
          at={row}
          plan={plan}
          alike={row.problems.find((p) => p.reasons)}
          onAnswer={onAnswer}
        />
      )}
      {row.id && row.outcome !== "created" && (
        <Unchanged row={row} changed={new Set(cells.map((c) => c.id))} />
      )}
    </>
  );
}

/** True for rows of the file that something may be said about: not for links that its cells name, nor for what is skipped anyway. */
function mayChoose(row: api.PlanRow, plan: api.Plan): boolean {
  const said = row.problems.some((p) => p.code === "row-left-out");
  const sheet = plan.sheets.find((s) => s.table === row.table && sameSheet(s, row));
  return !sheet?.derived && (row.outcome !== "skipped" || said);
}

/** The file, the sheet where it has a name of its own, and the row. */
function wherefrom(row: api.PlanRow): string[] {
  const file = fileName(row.file);
  const sheet = sheetName(row);
  return [file, sheet === file ? "" : sheet, `row ${count(row.row)}`];
}

function Cell({ cell }: { cell: CellView }) {
  const { before, after, problems } = cell;
  const cleared = before && !after && problems.length === 0;
  return (
    <div className="import-cell">
      <dt>{cell.label}</dt>
      <dd>
        {before && (
          <del>
            <span className="visually-hidden">was </span>
            {before}
          </del>
        )}
        {(after || cleared) && (
          <ins className={cleared ? "quiet" : undefined}>
            {before && <span className="visually-hidden">becomes </span>}
            {after || "blank"}
          </ins>
        )}
      </dd>
      {problems.map((problem) => (
        <dd key={problem.code + problem.message} className="import-cell-problem">
          <ProblemNote problem={problem} />
        </dd>
      ))}
    </div>
  );
}

/** A problem at its place: value, sentence, what it may have meant, what becomes of it. */
export function ProblemNote({ problem }: { problem: api.Problem }) {
  const meant = suggestion(problem);
  const partial = usePartial();
  if (problem.conflict?.field)
    return <ConflictChoice conflict={problem.conflict} file={problem.value} />;
  return (
    <div className={`import-problem import-severity-${problem.severity}`}>
      <Icon name="warning" size={16} />
      <div>
        {problem.value && <q className="import-value">{problem.value}</q>}
        <p>{problem.message}</p>
        {meant && <p>{meant}</p>}
        {problem.conflict ? (
          <ConflictChoice conflict={problem.conflict} file={problem.value} />
        ) : (
          <p className="quiet">{consequence(problem, partial)}.</p>
        )}
      </div>
    </div>
  );
}

/** What the record holds besides and keeps. */
function Unchanged({ row, changed }: { row: api.PlanRow; changed: ReadonlySet<string> }) {
  const names = useNames();
  const { data } = useQuery({
    queryKey: [...keys.records, row.table, "record", row.id],
    queryFn: () => Records.Get(row.table, row.id),
  });
  const fields = (names.table(row.table)?.fields ?? []).filter(
    (f) => !f.system && !changed.has(f.key) && data?.display?.[f.key],
  );
  if (fields.length === 0) return null;
  return (
    <>
      <Text as="h3" size={200} className="quiet">
        Stays as it is
      </Text>
      <dl className="import-cells import-cells-quiet">
        {fields.map((f) => (
          <div key={f.key} className="import-cell">
            <dt>{f.label}</dt>
            <dd>{shownText(f.kind, data?.display[f.key] ?? "")}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
