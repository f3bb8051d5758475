import { expect, test } from "vitest";
import type { api, schema } from "../api";
import { CatalogueModel } from "../model/model";
import { textOf } from "./sheet";

const field = (key: string, label: string, kind = "text", names?: object) =>
  ({ key, label, kind, names }) as schema.Field;

const of = field("of", "Table", "text", { what: "table" });
const named = field("fieldname", "Field", "text", { what: "field", of: "of" });
const tables = [
  { key: "system", label: "System", plural: "Systems", fields: [field("stage", "Stage")] },
  { key: "item", label: "Item", plural: "Items", fields: [field("stage", "Phase"), of, named] },
];
const model = new CatalogueModel({ tables, choices: [] } as unknown as schema.Model);

test("what names a part of the model is printed as people call it", () => {
  const values = { of: "system", fieldname: "stage" };
  const row = { values, display: values } as unknown as api.Row;
  expect(textOf(model, of, row)).toBe("Systems");
  expect(textOf(model, named, row)).toBe("Stage");
});
