import { expect, test } from "vitest";
import type { api } from "../../api";
import { besides } from "./besides";

const set = (record: string, ...fields: [string, string, string][]) =>
  ({
    changes: [
      { record, fields: fields.map(([field, before, after]) => ({ field, before, after })) },
    ],
  }) as unknown as api.ChangeSet;

test("a value is named by what stood beside it then, not by what stands there today", () => {
  const sets = [
    set("1", ["of", "contact", "itsystem"]),
    set("2", ["of", "account", "contact"]),
    set("1", ["what", "at", "mail"]),
    set("1", ["of", "", "contact"]),
  ];
  expect(besides(sets, "1", { of: "itsystem" })).toMatchObject([
    { before: { of: "contact" }, after: { of: "itsystem" } },
    { before: { of: "contact" }, after: { of: "contact" } },
    { before: { of: "contact", what: "at" }, after: { of: "contact" } },
    { before: { of: "", what: "at" }, after: { of: "contact", what: "at" } },
  ]);
});
