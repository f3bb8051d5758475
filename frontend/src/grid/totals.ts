import type { api, Field, schema } from "../api";
import { count, dayText } from "../ui";

/** A figure that can be made of the values of a field. */
export interface Aggregate {
  key: string;
  label: string;
}

const filled: Aggregate = { key: "count", label: "Filled" };

/** The figures that a field can have. */
export function aggregatesOf({ kind }: Field): Aggregate[] {
  switch (kind) {
    case "whole":
    case "decimal":
      return [
        { key: "sum", label: "Sum" },
        { key: "avg", label: "Average" },
        { key: "min", label: "Smallest" },
        { key: "max", label: "Largest" },
        filled,
      ];
    case "date":
    case "datetime":
      return [{ key: "min", label: "First" }, { key: "max", label: "Last" }, filled];
    default:
      return [filled];
  }
}

/** The totals with that of one column changed; without an aggregate it has none. */
export function withTotal(
  totals: schema.Measure[],
  attribute: string,
  aggregate: string | undefined,
): schema.Measure[] {
  const others = totals.filter((total) => total.attribute !== attribute);
  return aggregate ? [...others, { attribute, aggregate } as schema.Measure] : others;
}

/** A number that was counted or added up, with as much behind the point as says something. */
const figure = (value: number) => count(Math.round(value * 100) / 100);

/** What one of the totals comes to for some rows; "" for nothing. */
export function figureText(rows: api.Group | undefined, of: number): string {
  const value = rows?.values[of];
  return typeof value === "number" ? figure(value) : dayText(rows?.displays[of] ?? "");
}

/** What a total is called below its column: "Sum". */
export function aggregateName(field: Field, aggregate: string | undefined): string {
  return aggregatesOf(field).find(({ key }) => key === aggregate)?.label ?? "";
}
