import type { api, Field, Table } from "../../api";

/** Where a record stands, for its name, where another has the same. */
function placeOf(rows: api.Row[], id: string): string {
  const at = rows.findIndex((row) => row.id === id);
  if (rows.filter(({ name }) => name === rows[at]?.name).length < 2) return "";
  return ` (${rows.length > 2 ? `no.\u00a0${at + 1}` : at ? "right" : "left"})`;
}

const nameOf = (rows: api.Row[], id: string) =>
  rows.find((row) => row.id === id)?.name || "(no name)";

/** The name of a record, told from those beside it. */
export const titleOf = (rows: api.Row[], id: string) => nameOf(rows, id) + placeOf(rows, id);

/** The same within a sentence. */
export const labelOf = (rows: api.Row[], id: string) => `“${nameOf(rows, id)}”${placeOf(rows, id)}`;

/** The fields that one of the records has filled: those that differ, and those that are the same in all. */
export function fieldsOf(table: Table, rows: api.Row[]): { differ: Field[]; same: Field[] } {
  const filled = table.fields.filter(
    ({ key, system, parts }) =>
      !system && !parts?.length && rows.some((row) => row.display[key] !== undefined),
  );
  return {
    differ: filled.filter((field) => differs(field, rows)),
    same: filled.filter((field) => !differs(field, rows)),
  };
}

function differs({ key }: Field, rows: api.Row[]): boolean {
  return rows.some((row) => (row.values[key] ?? "") !== (rows[0]?.values[key] ?? ""));
}

/** What a person has chosen. */
export interface Chosen {
  /** The id of the record that stays, "" for the one proposed. */
  keep: string;
  /** The ids of those that are left out. */
  apart: string[];
  /** By field, from which record it comes. */
  picked: Record<string, string>;
}

/** A merge as it would be done now. */
export interface Plan {
  keep: api.Row;
  drop: api.Row[];
  /** By field, from which record it comes; fields that are not in it come from the one that stays. */
  from: Record<string, string>;
  /** By field, why it comes from there. */
  why: Record<string, string>;
}

/** What was chosen, and what is proposed where nothing was. */
export function planOf(data: api.Comparison, chosen: Chosen): Plan | undefined {
  const merged = data.rows.filter(({ id }) => !chosen.apart.includes(id));
  const keep = merged.find(({ id }) => id === (chosen.keep || data.keep)) ?? merged[0];
  if (!keep) return;
  const plan: Plan = { keep, drop: merged.filter((row) => row !== keep), from: {}, why: {} };
  const take = (key: string, id: string, why: string) => {
    if (!merged.some((row) => row.id === id)) return;
    plan.from[key] = id;
    plan.why[key] = why;
  };
  for (const [key, { id, why }] of Object.entries(data.from)) take(key, id, why);
  for (const [key, id] of Object.entries(chosen.picked)) take(key, id, "your choice");
  return plan;
}

/** The merge as Go wants it asked for. */
export function requestOf(table: Table, { keep, drop, from }: Plan, apart: string[]) {
  return {
    table: table.key,
    keep: keep.id,
    drop: drop.map(({ id }) => id),
    versions: Object.fromEntries([keep, ...drop].map(({ id, version }) => [id, version])),
    from: Object.fromEntries(Object.entries(from).filter(([, id]) => id !== keep.id)),
    apart,
  };
}
