import { expect, test } from "vitest";
import type { schema } from "../../api";
import { CatalogueModel } from "../../model/model";
import { findNames, namesOf } from "./names";

const field = (label: string, kind = "text", more: object = {}) =>
  ({ key: label.toLowerCase(), label, kind, ...more }) as schema.Field;
const table = (label: string, plural: string, fields: schema.Field[]) =>
  ({ key: label.toLowerCase(), label, plural, fields }) as schema.Table;

const model = new CatalogueModel({
  tables: [
    table("System", "Systems", [field("URL"), field("Stage", "choice")]),
    table("Person", "People", [field("Mail"), field("Changed", "datetime", { system: true })]),
  ],
  choices: [],
} as unknown as schema.Model);

test("a text that names a part of the model is offered what there is", () => {
  expect(namesOf(model, "table")).toEqual(["People", "Systems"]);
  expect(namesOf(model, "field", "systems")).toEqual(["Stage", "URL"]);
  expect(namesOf(model, "field", "system")).toEqual(["Stage", "URL"]);
  expect(namesOf(model, "field", "")).toEqual(["Mail", "Stage", "URL"]);
  expect(namesOf(model, "list")).toEqual(["People", "Stage", "Systems"]);
  expect(findNames(["Stage", "URL"], "st").map(({ text }) => text)).toEqual(["Stage"]);
});
