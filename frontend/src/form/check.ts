import type { Field, schema } from "../api";
import { currentValue, type Draft, isBlank } from "./draft";

/** What is wrong with a field as the draft stands, in a few words; "" for nothing. */
export function faultIn(draft: Draft, field: Field): string {
  const { unreadable, faults } = draft;
  return unreadable[field.key]?.why ?? faults[field.key] ?? ruleBroken(draft, field);
}

/** What is wrong with a field, once the person has been there or wanted to save. */
export function shownFault(draft: Draft, field: Field): string {
  const fault = faultIn(draft, field);
  const told = draft.checked || draft.visited.has(field.key) || isTooLong(draft, field);
  return told ? fault : "";
}

/** The fields that stand in the way of saving, in the order of the form. */
export function faulty(draft: Draft, fields: readonly Field[]): Field[] {
  return fields.filter((field) => faultIn(draft, field) !== "");
}

/** The fields of a form in the order in which it shows them, each once. */
export function fieldsOf(form: schema.Form, table: schema.Table): Field[] {
  const keys = form.tabs.flatMap((tab) => tab.sections.flatMap((section) => section.fields));
  const byKey = new Map(table.fields.map((field) => [field.key, field]));
  return [...new Set(keys)].map((key) => byKey.get(key)).filter((field) => field !== undefined);
}

function ruleBroken(draft: Draft, field: Field): string {
  const value = currentValue(draft, field.key);
  // A text made of other fields is filled when it is saved.
  if (field.required && isBlank(value) && !field.parts?.length) return "Required";
  if (!isTooLong(draft, field)) return "";
  return `${lengthOf(value)} of at most ${field.maxLength} characters`;
}

function isTooLong(draft: Draft, { key, maxLength }: Field): boolean {
  return Boolean(maxLength) && lengthOf(currentValue(draft, key)) > (maxLength ?? 0);
}

const lengthOf = (value: unknown) => (typeof value === "string" ? [...value].length : 0);
