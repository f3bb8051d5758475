// One row of a plan in words.
import type { api } from "../../api";
import { shownText } from "../../fields/shown";
import type { Names } from "./wording";

/** What would change in a row, in one line: a new record's values after its name; for a rejected row, why. */
export function rowSummary(row: api.PlanRow, names: Names): string {
  const worst = (severity: string) => row.problems.find((p) => p.severity === severity);
  const reason = worst("row") ?? worst("cell") ?? row.problems[0];
  if (row.outcome === "rejected" || row.outcome === "skipped") return reason?.message ?? "";
  if (row.outcome === "created") {
    const primary = names.table(row.table)?.primary;
    const values = row.cells.filter((cell) => cell.field !== primary);
    return values.map((cell) => fieldText(row, cell.field, cell.after, names)).join(" · ");
  }
  return row.cells
    .map((cell) => `${fieldLabel(row, cell.field, names)}: ${change(row, cell, names)}`)
    .join("; ");
}

function change(row: api.PlanRow, cell: api.PlanCell, names: Names): string {
  const text = (words: string) => fieldText(row, cell.field, words, names);
  if (!cell.before) return text(cell.after);
  return `${text(cell.before)} → ${text(cell.after) || "blank"}`;
}

export function fieldLabel(row: api.PlanRow, field: string, names: Names): string {
  return names.field(row.table, field)?.label ?? field;
}

function fieldText(row: api.PlanRow, field: string, text: string, names: Names): string {
  return shownText(names.field(row.table, field)?.kind, text);
}

/** A field of a row: what it was, what it becomes, and what is wrong with its cell. */
export interface CellView {
  id: string;
  label: string;
  before: string;
  after: string;
  problems: api.Problem[];
}

/** A row's cells, the name first, then in the order of the file, each with its problems; then what concerns the whole row. */
export function cellsOf(
  row: api.PlanRow,
  plan: api.Plan,
  names: Names,
): { cells: CellView[]; ofRow: api.Problem[] } {
  const columns =
    plan.sheets.find((s) => s.file === row.file && s.sheet === row.sheet && s.table === row.table)
      ?.columns ?? [];
  const fieldAt = (letter: string) => columns.find((c) => c.letter === letter)?.field ?? "";
  const primary = names.table(row.table)?.primary;
  const position = (field: string) => {
    if (field === primary) return -1;
    const at = columns.findIndex((c) => c.field === field);
    return at < 0 ? columns.length : at;
  };
  const cells = new Map<string, CellView>();
  const cell = (id: string, label: string): CellView => {
    const found = cells.get(id) ?? { id, label, before: "", after: "", problems: [] };
    cells.set(id, found);
    return found;
  };
  for (const { field, before, after } of row.cells.toSorted(
    (a, b) => position(a.field) - position(b.field),
  ))
    Object.assign(cell(field, fieldLabel(row, field, names)), {
      before: fieldText(row, field, before, names),
      after: fieldText(row, field, after, names),
    });
  for (const problem of row.problems) {
    if (!problem.column) continue;
    const field = fieldAt(problem.column);
    const label = field ? fieldLabel(row, field, names) : problem.header || problem.column;
    cell(field || problem.column, label).problems.push(problem);
  }
  return { cells: [...cells.values()], ofRow: row.problems.filter((p) => !p.column) };
}
