import { expect, test } from "vitest";
import type { schema } from "../api";
import { CatalogueModel } from "../model/model";
import { differences } from "./differences";
import { begin, newRow, reduce } from "./draft";

const field = (key: string, label: string, more: object = {}) =>
  ({ key, label, kind: "text", ...more }) as schema.Field;
const naming = { what: "field", of: "of" };
const model = new CatalogueModel({
  tables: [
    { key: "itsystem", label: "IT System", plural: "IT Systems", fields: [field("at", "Address")] },
    { key: "contact", label: "Person", plural: "People", fields: [field("at", "Mail")] },
    {
      ...{ key: "policy", label: "Policy", plural: "Policies" },
      fields: [
        field("of", "Table", { names: { what: "table" } }),
        field("what", "Field", { names: naming }),
      ],
    },
  ],
  choices: [],
} as unknown as schema.Model);
const policy = model.table("policy");

const row = (values: Record<string, string>) => ({ ...newRow(values, values), id: "1" });

test("what is stored otherwise is a difference, also where it is called the same", () => {
  const draft = begin(row({ of: "itsystem", what: "url" }));
  expect(differences(model, policy, draft, row({ of: "IT Systems", what: "url" }))).toMatchObject([
    { label: "Table", before: "itsystem", theirs: "IT Systems", mine: "itsystem" },
  ]);
  expect(differences(model, policy, draft, row({ of: "itsystem", what: "url" }))).toEqual([]);
});

test("a field is called as in the table that stands beside it", () => {
  const draft = reduce(begin(row({ of: "itsystem", what: "at" })), {
    ...{ type: "change", key: "of", value: "contact", text: "contact" },
  });
  const mine = reduce(draft, { type: "change", key: "what", value: "AT", text: "AT" });
  const [, what] = differences(model, policy, mine, row({ of: "itsystem", what: "at" }));
  expect(what).toMatchObject({ before: "Address", theirs: "Address", mine: "Mail" });
});
