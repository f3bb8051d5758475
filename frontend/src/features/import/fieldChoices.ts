// What a column may be said to fill.
import type { api, Field, Table } from "../../api";

export interface Choice {
  /** A field's key, "" to leave the column out, undefined to leave it to recognition. */
  field: string | undefined;
  label: string;
  /** What to know before picking: that another column fills it. */
  note: string;
  current: boolean;
}

/**
 * Leaving out, recognition again where it was overruled, and every field that a file may fill; where the rows come from
 * a source, its own key before them.
 */
export function fieldChoices(
  table: Table | undefined,
  sheet: api.PlanSheet,
  column: api.PlanColumn,
  answered: boolean,
  search: string,
  links: Field[] = [],
  source = "",
): Choice[] {
  const out: Choice = {
    field: "",
    label: "Leave out",
    note: "",
    current: column.how === "left out",
  };
  const id: Choice = { field: "id", label: "Record id", note: "", current: column.how === "id" };
  const key: Choice = {
    field: "sourcekey",
    label: "External key",
    note: "the source’s own id of the row",
    current: column.how === "source",
  };
  const again: Choice = { field: undefined, label: "As recognised", note: "", current: false };
  const possible = [...(table?.fields ?? []), ...links];
  const fields = possible
    .filter((f) => mayFill(f) || f.key === column.field)
    .map((f) => ({
      field: f.key,
      label: f.label,
      note: note(f, sheet, column),
      current: f.key === column.field,
    }));
  fields.sort((a, b) => a.label.localeCompare(b.label));
  const wanted = search.trim().toLowerCase();
  if (wanted) {
    const others = [key, id].filter((c) => c.label.toLowerCase().includes(wanted));
    return [...byLikeness(fields, possible, wanted), ...others];
  }
  const first = [out, ...(answered ? [again] : [])];
  return source ? [...first, key, ...fields, id] : [...first, ...fields, key, id];
}

/** The program fills its own fields by itself; whether a record is active can be brought in. */
function mayFill(field: Field): boolean {
  return !field.system || field.key === "statecode";
}

function note(field: Field, sheet: api.PlanSheet, column: api.PlanColumn): string {
  const other = sheet.columns.find((c) => c.field === field.key && c.column !== column.column);
  if (other) return `filled by ${other.letter}`;
  return field.required ? "required" : "";
}

/** The fields that hold a text, first those whose label begins with it, then those where a word does. */
function byLikeness<C extends Choice>(choices: C[], fields: Field[], text: string): C[] {
  const rank = new Map(fields.map((f) => [f.key, likeness(f, text)]));
  const of = (c: C) => rank.get(c.field ?? "") ?? farthest;
  return choices.filter((c) => of(c) < farthest).sort((a, b) => of(a) - of(b));
}

const farthest = 4;

function likeness(field: Field, text: string): number {
  const label = field.label.toLowerCase();
  if (label.startsWith(text)) return 0;
  if (label.includes(` ${text}`)) return 1;
  if (label.includes(text)) return 2;
  return [field.key, ...(field.synonyms ?? [])].some((w) => w.toLowerCase().includes(text))
    ? 3
    : farthest;
}
