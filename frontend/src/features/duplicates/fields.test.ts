import { expect, test } from "vitest";
import type { api, Table } from "../../api";
import { fieldsOf, labelOf, planOf, requestOf } from "./fields";

const table = {
  key: "itsystem",
  fields: [
    { key: "name", label: "Name" },
    { key: "code", label: "Code" },
    { key: "url", label: "URL" },
    { key: "note", label: "Note" },
    { key: "modifiedon", label: "Modified On", system: true },
  ],
} as unknown as Table;

const row = (id: string, values: Record<string, string>) =>
  ({ id, name: values.name, version: 1, values, display: values }) as unknown as api.Row;
const rows = [
  row("a", { name: "Payroll", url: "https://pay", modifiedon: "1" }),
  row("b", { name: "Pay-Roll", code: "S-1", url: "https://pay", modifiedon: "2" }),
  row("c", { name: "Payroll", code: "S-2", url: "https://pay", modifiedon: "3" }),
];
const data = {
  rows,
  keep: "a",
  from: { name: { id: "a", why: "" }, code: { id: "c", why: "changed last" } },
} as unknown as api.Comparison;
const nothing = { keep: "", apart: [], picked: {} };
const asked = (chosen: Partial<typeof nothing>) => {
  const plan = planOf(data, { ...nothing, ...chosen });
  return plan && requestOf(table, plan, []);
};

test("what differs stands apart from what is the same, and what none has is left out", () => {
  const { differ, same } = fieldsOf(table, rows);
  expect(differ.map(({ key }) => key)).toEqual(["name", "code"]);
  expect(same.map(({ key }) => key)).toEqual(["url"]);
});

test("what is proposed is asked for, and the record that stays takes nothing from itself", () => {
  expect(asked({})).toMatchObject({ keep: "a", drop: ["b", "c"], from: { code: "c" } });
  expect(asked({})?.versions).toEqual({ a: 1, b: 1, c: 1 });
});

test("a field comes from the record that was picked for it", () => {
  expect(asked({ picked: { name: "b", code: "b" } as never })?.from).toEqual({
    name: "b",
    code: "b",
  });
});

test("nothing comes from a record that is left out, also where it was picked or proposed", () => {
  const left = asked({ apart: ["c"] as never, picked: { name: "c" } as never });
  expect(left).toMatchObject({ keep: "a", drop: ["b"], from: {} });
  expect(asked({ keep: "a", apart: ["a"] as never })).toMatchObject({ keep: "b", drop: ["c"] });
});

test("records of one name are told apart by where they stand", () => {
  expect(rows.map(({ id }) => labelOf(rows, id))).toEqual([
    "“Payroll” (no.\u00a01)",
    "“Pay-Roll”",
    "“Payroll” (no.\u00a03)",
  ]);
  const two = [rows[0], rows[2]] as api.Row[];
  expect(labelOf(two, "c")).toBe("“Payroll” (right)");
});
