// Every kind of field: how it is shown, edited and filtered. A kind without an entry does not compile.
import "./fields.css";
import type { Kind } from "../api";
import { choice } from "./choice";
import { date } from "./date";
import { datetime } from "./datetime";
import { decimal } from "./decimal";
import { email } from "./email";
import { lookup } from "./lookup";
import { memo } from "./memo";
import { phone } from "./phone";
import { richtext } from "./richtext";
import { text } from "./text";
import type { FieldKind } from "./types";
import { url } from "./url";
import { user } from "./user";
import { whole } from "./whole";

export { BesideProvider } from "./beside";
export { describeCondition } from "./filter/describe";
export { type FieldHost, FieldHostProvider, useFieldHost } from "./host";
export { type Link, mayLookAlike, readLink } from "./link";
export { operatorOf } from "./operators";
export { relatedKind } from "./related";
export { shownText, valueText } from "./shown";
export type { CellProps, FieldKind, FilterProps, InputProps, Operator } from "./types";

export const fieldKinds: Record<Kind, FieldKind> = {
  text,
  memo,
  richtext,
  url,
  email,
  phone,
  choice,
  lookup,
  date,
  datetime,
  whole,
  decimal,
  user,
};

/** The kind of a field as the model names it. */
export function kindOf(field: { kind: string }): FieldKind {
  return fieldKinds[field.kind as Kind];
}
