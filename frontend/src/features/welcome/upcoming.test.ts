import { expect, test } from "vitest";
import type { api, schema } from "../../api";
import { earliest, isOverdue, shownColumns, today } from "./upcoming";

const field = (key: string, kind: string) => ({ key, kind, label: key }) as schema.Field;
const fields = [
  field("name", "text"),
  field("last", "date"),
  field("next", "date"),
  field("owner", "lookup"),
];
const table = { key: "itsystem", primary: "name", fields } as schema.Table;
const view = {
  key: "upcoming",
  table: "itsystem",
  columns: ["name", "last", "next", "owner"],
  order: [{ attribute: "next", descending: true }],
} as schema.View;
const row = (next: string) => ({ values: { next, last: "2001-01-01" } }) as unknown as api.Row;

test("the name and the date that is due are shown, other dates are not", () => {
  expect(shownColumns(table, view).map((f) => f.key)).toEqual(["name", "next", "owner"]);
});

test("the earliest stand on top, whatever the view's own order", () => {
  expect(earliest(view, fields).order).toEqual([{ attribute: "next", descending: false }]);
});

test("only the date that is due can be overdue, and not on its own day", () => {
  const [, last, next] = fields as [schema.Field, schema.Field, schema.Field];
  expect(isOverdue(view, next, row("2001-01-01"))).toBe(true);
  expect(isOverdue(view, next, row(today()))).toBe(false);
  expect(isOverdue(view, last, row("2999-01-01"))).toBe(false);
});

test("a day is written as dates are stored", () => {
  expect(today(new Date(2026, 2, 9))).toBe("2026-03-09");
});
