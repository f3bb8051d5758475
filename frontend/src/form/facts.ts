import type { api, Field, schema, Table } from "../api";
import { shownText } from "../fields/shown";
import { fieldsOf } from "./check";
import { isBlank } from "./draft";
import { tell, tellings } from "./due";

/** What a person wants to know about a record before its fields. */
export interface Fact {
  key: string;
  label: string;
  text: string;
  tone: "" | "good" | "warning" | "attention" | "muted";
  /** The field of this record where it can be changed. */
  field?: string;
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

/** What says in what state something is; two of these are enough. */
const states = [
  "lifecyclestage",
  "operationalstatus",
  "technologystatus",
  "actionstatus",
  "compliancestatus",
  "risklevel",
];

/** Who answers for something: the first of these that a table has. */
const people = ["pointofcontact", "primarysteward", "person", "assessedby"];

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

function headerFacts({ form, table, row, toneOf }: Source): Fact[] {
  return (form.header ?? []).flatMap((key) => {
    const field = fieldOf(table, key);
    if (!field || isBlank(row.values[key])) return [];
    return [shown(field, row, field.choice ? toneOf(field, row.values[key]) : "")];
  });
}

function stateFacts({ table, row, toneOf }: Source): Fact[] {
  const filled = states.filter((key) => fieldOf(table, key) && !isBlank(row.values[key]));
  return filled.slice(0, 2).flatMap((key) => {
    const field = fieldOf(table, key);
    return field ? [shown(field, row, toneOf(field, row.values[key]))] : [];
  });
}

/** A record of a group that somebody must answer for names that person and its owner. */
function peopleFacts({ table, row }: Source): Fact[] {
  if (!answered.has(table.group)) return [];
  const person = people.find((key) => fieldOf(table, key));
  return [person, "ownerid"].flatMap((key) => {
    const field = key && fieldOf(table, key);
    if (!field) return [];
    const fact = shown(field, row, "");
    return fact.text ? [fact] : [{ ...fact, text: "Nobody named", tone: "warning" as const }];
  });
}

const answered = new Set(["catalog", "accreditation", "service"]);

function dateFacts({ table, row, today, isSettled }: Source): Fact[] {
  return Object.entries(tellings).flatMap(([key, telling]) => {
    if (!fieldOf(table, key)) return [];
    const { text, tone } = tell(telling, String(row.values[key] ?? ""), today, isSettled(key));
    return text ? [{ key, label: telling.label, text, tone, field: key }] : [];
  });
}

/** How much of the form is filled; it leads to the first field that is not. */
function completeness({ form, table, row }: Source): Fact[] {
  const fields = fieldsOf(form, table).filter(({ system }) => !system);
  const blank = fields.filter(({ key }) => isBlank(row.values[key]));
  if (blank.length === 0) return [];
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
