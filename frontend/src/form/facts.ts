import type { api, Field, schema, Table } from "../api";
import { shownText } from "../fields/shown";
import { faulty, fieldsOf } from "./check";
import { type Draft, isBlank } from "./draft";
import { tell } from "./due";

/** What a person wants to know about a record before its fields. */
export interface Fact {
  key: string;
  label: string;
  text: string;
  tone: "" | "good" | "warning" | "attention" | "muted";
  /** The field of this record where it can be changed. */
  field?: string;
  /** Gives way where there is little room: it says nothing that presses. */
  lesser?: boolean;
}

/** What facts are made from. */
export interface Source {
  table: Table;
  form: schema.Form;
  row: api.Row;
  today: string;
  /** The tone of a choice: "", "good", "attention", "muted". */
  toneOf: (field: Field, code: unknown) => string;
  /** True where a date asks for nothing any more: the record is inactive, retired, complete. */
  isSettled: (date: string) => boolean;
}

/** So many states are enough. */
const mostStates = 2;

/** The facts of a record: what it is, who answers for it, whether it is healthy. */
export function factsOf(source: Source): Fact[] {
  const facts = [
    ...headerFacts(source),
    ...stateFacts(source),
    ...peopleFacts(source),
    ...dateFacts(source),
    ...completeness(source),
  ];
  const keys = new Set<string>();
  return facts.filter(({ key }) => !keys.has(key) && keys.add(key));
}

/** What stands in the way of saving a new record; nothing is said of a form that asks for nothing. */
export function neededFacts(form: schema.Form, table: Table, draft: Draft): Fact[] {
  const fields = fieldsOf(form, table).filter(({ system, parts }) => !system && !parts?.length);
  if (!fields.some(({ required }) => required)) return [];
  const wrong = faulty(draft, fields);
  const text = wrong.map(({ label }) => label).join(", ") || "Nothing more";
  return [{ key: "needed", label: "Needed to save", text, tone: "", field: wrong[0]?.key }];
}

function headerFacts({ form, table, row, toneOf }: Source): Fact[] {
  return (form.header ?? []).flatMap((key) => {
    const field = fieldOf(table, key);
    if (!field || isBlank(row.values[key])) return [];
    return [shown(field, row, field.choice ? toneOf(field, row.values[key]) : "")];
  });
}

function stateFacts({ table, row, toneOf }: Source): Fact[] {
  const filled = table.facts.states.filter((key) => !isBlank(row.values[key]));
  return filled.slice(0, mostStates).flatMap((key, i) => {
    const field = fieldOf(table, key);
    if (!field) return [];
    const fact = shown(field, row, toneOf(field, row.values[key]));
    return [{ ...fact, lesser: i > 0 && fact.tone !== "attention" }];
  });
}

/** A record that somebody must answer for names that person and its owner. */
function peopleFacts({ table, row }: Source): Fact[] {
  return table.facts.people.flatMap((key, i): Fact[] => {
    const field = fieldOf(table, key);
    if (!field) return [];
    const fact = shown(field, row, "");
    return fact.text
      ? [{ ...fact, lesser: i > 0 }]
      : [{ ...fact, text: "Nobody named", tone: "warning" }];
  });
}

function dateFacts({ table, row, today, isSettled }: Source): Fact[] {
  return table.facts.dates.flatMap((key) => {
    const due = fieldOf(table, key)?.due;
    if (!due) return [];
    const { text, tone } = tell(due, String(row.values[key] ?? ""), today, isSettled(key));
    return text ? [{ key, label: due.label ?? "", text, tone, field: key }] : [];
  });
}

/** How much of the form is filled; it leads to the first field that is not, if there is one. */
function completeness({ form, table, row }: Source): Fact[] {
  const fields = fieldsOf(form, table).filter(({ system }) => !system);
  const blank = fields.filter(({ key }) => isBlank(row.values[key]));
  const text = `${fields.length - blank.length} of ${fields.length}`;
  return [{ key: "completeness", label: "Filled in", text, tone: "muted", field: blank[0]?.key }];
}

function shown(field: Field, row: api.Row, tone: string): Fact {
  const { key, kind } = field;
  const stored = kind === "datetime" ? String(row.values[key] ?? "") : (row.display[key] ?? "");
  const text = shownText(kind, stored);
  return { key, label: field.label, text, tone: tone as Fact["tone"], field: key };
}

const fieldOf = (table: Table, key: string) => table.fields.find((field) => field.key === key);
