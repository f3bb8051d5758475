import { expect, test } from "vitest";
import type { schema } from "../../api";
import { CatalogueModel } from "../../model/model";
import { findNames, nameOf, namesOf } from "./names";

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

test("a key is shown as what people call it, where only one thing can be meant", () => {
  const shown = (what: string, text: string, table?: string) =>
    nameOf(model, { what, of: "target" }, text, { target: table });
  expect(shown("table", "person")).toBe("People");
  expect(shown("field", "url", "system")).toBe("URL");
  expect(shown("field", "URL", "Systems")).toBe("URL");
  expect(shown("field", "stage")).toBe("Stage");
  expect(shown("field", "mail", "system")).toBe("mail");
  expect(shown("field", "homepage", "system")).toBe("homepage");
  expect(shown("list", "stage")).toBe("Stage");
  expect(shown("list", "person")).toBe("People");
  expect(shown("source", "url")).toBe("url");
  expect(shown("field", "")).toBe("");
});
