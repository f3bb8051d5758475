import { expect, test } from "vitest";
import type { api, Table } from "../../api";
import { fieldsOf, placeOf, takenFrom } from "./fields";

const table = {
  fields: [
    { key: "name", label: "Name" },
    { key: "code", label: "Code" },
    { key: "url", label: "URL" },
    { key: "note", label: "Note" },
    { key: "modifiedon", label: "Modified On", system: true },
  ],
} as unknown as Table;

const row = (values: Record<string, string>) => ({ values, display: values }) as unknown as api.Row;
const rows = {
  a: row({ name: "Payroll", url: "https://pay", modifiedon: "1" }),
  b: row({ name: "Pay-Roll", code: "S-1", url: "https://pay", modifiedon: "2" }),
};

test("what differs stands first, and what neither has is left out", () => {
  expect(fieldsOf(table, rows).map(({ key }) => key)).toEqual(["name", "code", "url"]);
});

test("the record that stays keeps its values and takes what it lacks", () => {
  const fields = fieldsOf(table, rows);
  expect(takenFrom(fields, rows, {}, "a")).toEqual(["code"]);
  expect(takenFrom(fields, rows, {}, "b")).toEqual([]);
});

test("a field comes from the record that was picked for it", () => {
  const fields = fieldsOf(table, rows);
  expect(takenFrom(fields, rows, { name: "b", code: "a" }, "a")).toEqual(["name"]);
  expect(takenFrom(fields, rows, { name: "a" }, "b")).toEqual(["name"]);
});

test("records of one name are told apart by where they stand", () => {
  const named = (a: string, b: string) =>
    ({ a: { name: a }, b: { name: b } }) as never as typeof rows;
  expect(placeOf(named("Payroll", "Pay-Roll"), "b")).toBe("");
  expect(placeOf(named("Payroll", "Payroll"), "b")).toBe(" (right)");
});
