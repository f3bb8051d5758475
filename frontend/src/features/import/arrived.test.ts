import { expect, test } from "vitest";
import type { api, schema } from "../../api";
import { CatalogueModel } from "../../model";
import { arrivedIn } from "./arrived";
import { plan, sheet, tables } from "./testing";

const views = [
  { key: "active", table: "itsystem", filter: { conditions: [{}] }, columns: [] },
  { key: "all", table: "itsystem", filter: {}, columns: [] },
];
const model = new CatalogueModel({ tables, views, choices: [], apps: [], forms: [] } as never);

const column = (field: string, filled = 1) => ({ field, filled }) as api.PlanColumn;

test("what came is listed under the columns that were filled, in the order of the files", () => {
  const sheets = [
    sheet({ columns: [column("nextreviewdate"), column("id"), column(""), column("name")] }),
    sheet({ table: "contact", columns: [column("email")] }),
    sheet({ columns: [column("name"), column("between.other"), column("description", 0)] }),
  ];
  const search = arrivedIn(model, plan({ sheets }), "itsystem", 7);
  expect(search.columns).toEqual(["name", "nextreviewdate"]);
  expect(search.view).toBe("all");
  const conditions = [{ attribute: "", operator: "came-from", values: ["7"] }];
  expect(search.filter as schema.Filter).toEqual({ conditions });
});
