import type { api, Field, Table } from "../api";
import type { CatalogueModel } from "../model";

/** The choice that settles a date, as a path beside the date's own. */
function settling(model: CatalogueModel, table: Table, path: string): Field | undefined {
  const by = model.fieldAt(table.key, path)?.due?.settledBy;
  const lead = path.slice(0, path.lastIndexOf(".") + 1);
  return by ? model.fieldAt(table.key, lead + by) : undefined;
}

/** The fields that must be known of a row to tell which of its dates are overdue. */
export function settlingFields(
  model: CatalogueModel,
  table: Table,
  columns: readonly string[],
): string[] {
  return [...new Set(columns.flatMap((path) => settling(model, table, path)?.key ?? []))];
}

/** True when a date of a row has passed although something should have been done by then. */
export function isOverdue(
  model: CatalogueModel,
  table: Table,
  key: string,
  row: api.Row,
  today: string,
): boolean {
  const value = row.values[key];
  const due = model.fieldAt(table.key, key)?.due;
  if (!due || typeof value !== "string" || row.state === "inactive") return false;
  return value.slice(0, 10) < today && !isSettled(model, table, key, row);
}

/** True when nothing is asked of a date any more, whether it has passed or not. */
export function isSettled(model: CatalogueModel, table: Table, key: string, row: api.Row): boolean {
  const by = settling(model, table, key);
  const tone = by?.choice && model.option(by.choice, row.values[by.key])?.tone;
  return tone === "good" || tone === "muted";
}

/** The day that it is here, as dates are stored: "2026-03-09". */
export function todayText(now = new Date()): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
