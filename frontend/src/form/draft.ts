import type { api, Table } from "../api";

/** A value that a person has given a field, and its text. */
export interface Change {
  value: unknown;
  text: string;
}

/** Words in a field that mean no value. */
export interface Unreadable {
  words: string;
  why: string;
}

/** A record while it is being worked on. */
export interface Draft {
  /** The record as it was read; for a new one, what it starts with. */
  base: api.Row;
  /** The fields that differ from it. */
  changes: Readonly<Record<string, Change>>;
  unreadable: Readonly<Record<string, Unreadable>>;
  /** What Go found wrong, by field, until the field is changed. */
  faults: Readonly<Record<string, string>>;
  /** The fields that the person has been to: what is wrong with others is not said yet. */
  visited: ReadonlySet<string>;
  /** The person wanted to save: what is wrong is said everywhere. */
  checked: boolean;
}

export type Action =
  | { type: "change"; key: string; value: unknown; text: string }
  | { type: "unreadable"; key: string; unreadable: Unreadable | undefined }
  | { type: "visit"; key: string }
  | { type: "check" }
  | { type: "faults"; faults: Record<string, string> }
  | { type: "rebase"; row: api.Row }
  | { type: "saved"; row: api.Row; sent: Readonly<Record<string, Change>> }
  | { type: "reset"; row: api.Row };

/** What a new record of that name starts with. A composed name is taken apart at its last blank, as Go does. */
export function namedAs({ primary, fields }: Table, name: string): Record<string, unknown> {
  const parts = fields.find(({ key }) => key === primary)?.parts ?? [];
  const isText = (part: string) => fields.some(({ key, kind }) => key === part && kind === "text");
  const [first, last] = parts;
  if (!first || !last || !parts.every(isText)) return { [primary]: name };
  const at = name.lastIndexOf(" ");
  return at > 0
    ? { [first]: name.slice(0, at).trim(), [last]: name.slice(at + 1) }
    : { [last]: name };
}

export function begin(base: api.Row): Draft {
  return { base, changes: {}, unreadable: {}, faults: {}, visited: new Set(), checked: false };
}

export function reduce(draft: Draft, action: Action): Draft {
  switch (action.type) {
    case "change":
      return change(draft, action.key, { value: action.value, text: action.text });
    case "unreadable":
      return { ...draft, unreadable: put(draft.unreadable, action.key, action.unreadable) };
    case "visit":
      return draft.visited.has(action.key)
        ? draft
        : { ...draft, visited: new Set(draft.visited).add(action.key) };
    case "check":
      return { ...draft, checked: true };
    case "faults":
      return { ...draft, checked: true, faults: action.faults };
    case "rebase":
      return { ...draft, base: action.row, changes: differing(draft.changes, action.row) };
    case "saved":
      return saved(draft, action.row, action.sent);
    case "reset":
      return begin(action.row);
  }
}

/** The value that a field has in the draft. */
export const currentValue = (draft: Draft, key: string) =>
  draft.changes[key] ? draft.changes[key].value : draft.base.values[key];

/** The text of the value that a field has in the draft. */
export const currentText = (draft: Draft, key: string) =>
  draft.changes[key] ? draft.changes[key].text : (draft.base.display[key] ?? "");

/** True when something would be lost if the draft were. */
export const isDirty = (draft: Draft) =>
  Object.keys(draft.changes).length > 0 || Object.keys(draft.unreadable).length > 0;

export const isBlank = (value: unknown) => value === undefined || value === null || value === "";

/** What is sent to be saved: the fields changed; of a new record, also those that it starts with. */
export function valuesToSave(draft: Draft): Record<string, unknown> {
  const changed = Object.entries(draft.changes).map(([key, { value }]) => [
    key,
    isBlank(value) ? null : value,
  ]);
  const start = draft.base.id ? {} : draft.base.values;
  return { ...start, ...Object.fromEntries(changed) };
}

/** A record that is yet to be made, with what it starts with. */
export function newRow(values: Record<string, unknown>, display: Record<string, string>): api.Row {
  return { id: "", name: "", version: 0, state: "active", stub: false, values, display };
}

function change(draft: Draft, key: string, to: Change): Draft {
  const unchanged = same(to.value, draft.base.values[key]);
  return {
    ...draft,
    changes: put(draft.changes, key, unchanged ? undefined : to),
    faults: put(draft.faults, key, undefined),
  };
}

/** What was typed while the record was being saved stays unsaved. */
function saved(draft: Draft, row: api.Row, sent: Readonly<Record<string, Change>>): Draft {
  const since = Object.entries(draft.changes).filter(
    ([key, { value }]) => !(key in sent && same(value, sent[key]?.value)),
  );
  const changes = differing(Object.fromEntries(since), row);
  return { ...draft, base: row, changes, faults: {}, checked: false };
}

const differing = (changes: Draft["changes"], row: api.Row) =>
  Object.fromEntries(
    Object.entries(changes).filter(([key, { value }]) => !same(value, row.values[key])),
  );

/** True for the same stored value; blank is blank however it is written. */
export function same(a: unknown, b: unknown): boolean {
  return (isBlank(a) && isBlank(b)) || a === b;
}

function put<T>(record: Readonly<Record<string, T>>, key: string, value: T | undefined) {
  if (value === undefined && !(key in record)) return record;
  const { [key]: _, ...others } = record;
  return value === undefined ? others : { ...others, [key]: value };
}
