import { expect, test } from "vitest";
import type { schema } from "../../api";
import { earliest, shownColumns } from "./upcoming";

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
const filter = { conditions: [{ attribute: "stage", operator: "ne", values: ["4"] }] };
const cell = { table: "itsystem", view: "upcoming", filter } as schema.Cell;

test("the name and the date that is due are shown, other dates are not", () => {
  expect(shownColumns(table, view).map((f) => f.key)).toEqual(["name", "next", "owner"]);
});

test("the earliest stand on top, whatever the view's own order", () => {
  expect(earliest(cell, view, ["name"]).order).toEqual([{ attribute: "next", descending: false }]);
});

test("what the cell leaves out of its view is not asked for", () => {
  expect(earliest(cell, view, ["name"]).filter).toEqual(filter);
});
