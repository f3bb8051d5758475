import type { Field, schema, Table } from "../../../api";
import { type FieldKind, kindOf, operatorOf, relatedKind } from "../../../fields";
import type { CatalogueModel } from "../../../model";
import { anyField, cameFrom } from "./CameFrom";

/** What a condition is on: a field, its kind, and how it is called. */
export interface ConditionField {
  field: Field;
  kind: Pick<FieldKind, "Filter" | "operators">;
}

/**
 * What a path of a condition leads to: a field of the table, of a record that it links to, or records of
 * another table that link here ("itpoamitem:itsystem"). Undefined when it leads nowhere.
 */
export function conditionField(
  model: CatalogueModel,
  table: Table,
  path: string,
): ConditionField | undefined {
  if (path === anyField) return cameFrom;
  const field = path.split(".")[0]?.includes(":")
    ? relatedField(model, table, path)
    : model.fieldAt(table.key, path);
  if (!field) return undefined;
  return { field, kind: field.kind === related ? relatedKind : kindOf(field) };
}

const related = "related";

function relatedField(model: CatalogueModel, table: Table, path: string): Field | undefined {
  const [step = "", ...rest] = path.split(".");
  const link = model.linksTo(table.key).find((each) => stepOf(each) === step);
  if (!link) return undefined;
  const name = relatedName(link, table);
  if (rest.length === 0) return { key: path, label: name, kind: related } as Field;
  const last = model.fieldAt(link.table.key, rest.join("."));
  return last && ({ ...last, key: path, label: `${last.label} (${name})` } as Field);
}

type Link = ReturnType<CatalogueModel["linksTo"]>[number];

export const stepOf = (link: Link) => `${link.table.key}:${link.field.key}`;

/** What records that link here are called: "Related IT Component", with the lookup where it is not plain. */
export function relatedName({ table, field }: Link, to: Table): string {
  const via = field.label === to.label ? "" : ` by ${field.label}`;
  return `Related ${table.label}${via}`;
}

export function newCondition({ field, kind }: ConditionField): schema.Condition {
  const [first] = kind.operators;
  return { attribute: field.key, operator: first?.key ?? "", values: [] };
}

/** True when a condition has everything that its operator compares with. */
export function isComplete(
  on: ConditionField | undefined,
  { operator, values = [] }: schema.Condition,
): boolean {
  if (!on) return true;
  const filled = values.filter((value) => value !== "").length;
  switch (operatorOf(on.kind.operators, operator).takes) {
    case "nothing":
      return true;
    case "range":
      return filled === 2;
    default:
      return filled > 0;
  }
}
