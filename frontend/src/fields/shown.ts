import type { Field } from "../api";
import type { CatalogueModel } from "../model";
import { dayText, display } from "../ui/display";
import { localText } from "./datetime/moment";
import { nameOf } from "./text/names";

/**
 * The text of a field's value as this person reads it: where it names a part of the model, what that is called.
 * `beside` is what stands in the record's other fields, as far as it is known.
 */
export function valueText(
  model: CatalogueModel,
  field: Pick<Field, "kind" | "names"> | undefined,
  text: string,
  beside?: Record<string, unknown>,
): string {
  return field?.names ? nameOf(model, field.names, text, beside) : shownText(field?.kind, text);
}

/** The text of a value, which Go writes as it is stored, as this person reads it. */
export function shownText(kind: string | undefined, text: string): string {
  switch (kind) {
    case "date":
      return dayText(text);
    case "datetime":
      return localText(text) || text;
    case "whole":
    case "decimal":
      return numberText(text);
    default:
      return text;
  }
}

function numberText(text: string): string {
  const value = Number(text);
  return text === "" || Number.isNaN(value) ? text : display().figure(value);
}
