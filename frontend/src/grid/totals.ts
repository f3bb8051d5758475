import type { Field, schema } from "../api";

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
