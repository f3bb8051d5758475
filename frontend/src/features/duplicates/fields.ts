import type { api, Field, Table } from "../../api";

/** One of the two records. */
export type Side = "a" | "b";

export const sides: Side[] = ["a", "b"];

/** Where a record stands beside the other, for its name, where both have the same. */
export function placeOf({ a, b }: Record<Side, api.Row>, side: Side): string {
  if (a.name !== b.name) return "";
  return side === "a" ? " (left)" : " (right)";
}

/** The fields that one of the records has filled, those that differ first. */
export function fieldsOf(table: Table, rows: Record<Side, api.Row>): Field[] {
  const filled = table.fields.filter(
    ({ key, system, parts }) =>
      !system && !parts?.length && sides.some((side) => rows[side].display[key]),
  );
  return [
    ...filled.filter((field) => differs(field, rows)),
    ...filled.filter((field) => !differs(field, rows)),
  ];
}

export function differs({ key }: Field, { a, b }: Record<Side, api.Row>): boolean {
  return (a.values[key] ?? "") !== (b.values[key] ?? "");
}

/** From which record a field comes: as picked, else from the one that stays where it has something. */
export function sideOf(
  { key }: Field,
  rows: Record<Side, api.Row>,
  picked: Record<string, Side>,
  stays: Side,
): Side {
  const other = stays === "a" ? "b" : "a";
  return picked[key] ?? (rows[stays].display[key] ? stays : other);
}

/** The fields that the record that stays takes from the other. */
export function takenFrom(
  fields: Field[],
  rows: Record<Side, api.Row>,
  picked: Record<string, Side>,
  stays: Side,
): string[] {
  return fields
    .filter((field) => differs(field, rows) && sideOf(field, rows, picked, stays) !== stays)
    .map(({ key }) => key);
}
