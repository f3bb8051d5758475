import { expect, test } from "vitest";
import type { Field, schema, Table } from "../api";
import { begin, newRow } from "./draft";
import { span, tell } from "./due";
import { factsOf, neededFacts, type Source } from "./facts";

const today = "2026-03-31";
const due: schema.Due = { label: "Next review", how: "overdue", ahead: 30, none: "Not planned" };
const review = (date: string, settled = false) => tell(due, date, today, settled);

test("a review is told by how pressing it is", () => {
  expect(review("2026-03-19")).toEqual({ text: "Overdue by 12 days", tone: "attention" });
  expect(review("2026-03-31")).toEqual({ text: "Today", tone: "warning" });
  expect(review("2026-04-10")).toEqual({ text: "Due in 10 days", tone: "warning" });
  expect(review("2026-10-01")).toEqual({ text: "2026-10-01", tone: "" });
  expect(review("")).toEqual({ text: "Not planned", tone: "warning" });
});

test("nothing is pressing about what is retired", () => {
  expect(review("2020-01-01", true)).toEqual({ text: "2020-01-01", tone: "" });
  expect(review("", true).text).toBe("");
});

test("times are told in the unit that people would use", () => {
  expect([1, 59, 60, 365, 729, 730, 1500].map(span)).toEqual([
    "1 day",
    "59 days",
    "2 months",
    "12 months",
    "24 months",
    "1 year",
    "4 years",
  ]);
});

const field = (key: string, kind = "text", choice?: string) =>
  ({ key, label: key, kind, choice }) as Field;
const table = {
  key: "itsystem",
  fields: [
    field("name"),
    field("lifecyclestage", "choice", "lifecyclestage"),
    field("pointofcontact", "lookup"),
    field("ownerid", "user"),
    { ...field("nextreviewdate", "date"), due },
  ],
  facts: {
    states: ["lifecyclestage"],
    people: ["pointofcontact", "ownerid"],
    dates: ["nextreviewdate"],
  },
} as unknown as Table;
const form: schema.Form = {
  table: "itsystem",
  kind: "main",
  tabs: [
    { label: "General", sections: [{ label: "", fields: table.fields.map(({ key }) => key) }] },
  ],
};

function facts(values: Record<string, unknown>, display: Record<string, string>) {
  const row = { ...newRow(values, display), id: "1" };
  const source: Source = { table, form, row, today, toneOf: () => "good", isSettled: () => false };
  return factsOf(source).map(({ label, text, tone }) => `${label}: ${text} (${tone})`);
}

test("a record answers what it is, who answers for it and whether it is healthy", () => {
  expect(
    facts(
      { name: "Permits", lifecyclestage: 2, ownerid: "Ada", nextreviewdate: "2026-03-01" },
      { name: "Permits", lifecyclestage: "Operational", ownerid: "Ada" },
    ),
  ).toEqual([
    "lifecyclestage: Operational (good)",
    "pointofcontact: Nobody named (warning)",
    "ownerid: Ada ()",
    "Next review: Overdue by 30 days (attention)",
    "Filled in: 4 of 5 (muted)",
  ]);
});

test("a new record says what it needs, without what is made or stamped", () => {
  const fields = [
    { ...field("name"), required: true, parts: ["system", "technology"] },
    { ...field("system", "lookup"), required: true },
    { ...field("technology", "lookup"), required: true },
    field("version"),
  ] as Field[];
  const joint = { ...table, fields } as unknown as Table;
  const tabs = [{ label: "", sections: [{ label: "", fields: fields.map(({ key }) => key) }] }];
  const needed = (values: Record<string, unknown>) =>
    neededFacts({ ...form, tabs }, joint, begin(newRow(values, {}))).map((f) => [f.text, f.field]);
  expect(needed({})).toEqual([["system, technology", "system"]]);
  expect(needed({ system: "1" })).toEqual([["technology", "technology"]]);
  expect(needed({ system: "1", technology: "2" })).toEqual([["Nothing more", undefined]]);
  expect(neededFacts(form, table, begin(newRow({}, {})))).toEqual([]);
});
