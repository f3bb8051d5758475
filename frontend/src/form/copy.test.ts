import { expect, test } from "vitest";
import type { api, Table } from "../api";
import { copyOf } from "./copy";

const field = (key: string, more: object = {}) => ({ key, label: key, kind: "text", ...more });
const row = (values: Record<string, unknown>) =>
  ({ name: String(values.name ?? ""), values, display: values }) as never as api.Row;

test("a copy has what the record has, but for what is one record's own", () => {
  const fields = [
    field("name", { maxLength: 12 }),
    field("code"),
    field("short", { short: true }),
    field("authority", { kind: "lookup", alone: true }),
    field("vendor", { kind: "lookup" }),
    field("statecode"),
    field("createdon", { system: true }),
  ];
  const table = { primary: "name", identifiers: ["code"], fields } as never as Table;
  const of = row({
    name: "Permits",
    code: "P-1",
    short: "PRM",
    authority: "9",
    vendor: "7",
    statecode: 1,
    createdon: "2026",
  });
  expect(copyOf(table, of)).toMatchObject({
    of: "Permits",
    values: { name: "Permi (copy)", vendor: "7" },
    blank: ["code", "short", "authority"],
  });
  expect(Object.keys(copyOf(table, of).values).sort()).toEqual(["name", "vendor"]);
});

test("a composed name is composed anew, and nothing is said of codes that were blank", () => {
  const parts = ["first", "last"];
  const fields = [field("full", { parts }), field("first"), field("last"), field("code")];
  const table = { primary: "full", identifiers: ["code"], fields } as never as Table;
  const copied = copyOf(table, row({ full: "Ada Byron", first: "Ada", last: "Byron" }));
  expect(copied.values).toEqual({ first: "Ada", last: "Byron" });
  expect(copied.blank).toEqual([]);
});
