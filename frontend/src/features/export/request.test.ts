import { expect, test } from "vitest";
import type { api } from "../../api";
import { begin, exportLabel, inFormat, type Picked, requestOf, whyNot } from "./request";

const query: api.Query = {
  table: "itsystem",
  view: "active-it-systems",
  columns: ["name", "criticality"],
  filter: { conditions: [{ attribute: "criticality", operator: "eq", values: ["1"] }] },
  search: "pay",
  order: [{ attribute: "name", descending: true }],
  offset: 200,
  limit: 100,
};
const list = { title: "Active IT Systems", query, total: 12 };
const tables = (...keys: string[]): Picked => ({ ...begin(undefined, "tables"), tables: keys });

test("a list is exported whole, as it is filtered and sorted, not one screenful", () => {
  expect(requestOf(begin(list, "list"), list).query).toEqual({ ...query, offset: 0, limit: 0 });
});

test("all columns leaves the columns to Go", () => {
  const request = requestOf({ ...begin(list, "list"), columns: "all" }, list);
  expect(request.query?.columns).toEqual([]);
  expect(request.query?.search).toBe("pay");
});

test("of a list only the selected rows are exported, as it is sorted", () => {
  const records = { table: "itsystem", ids: ["1", "2"], except: [] } as unknown as api.Selection;
  const some = { ...list, selection: { records, count: 2 } };
  const request = requestOf({ ...begin(some, "list"), what: "selected" }, some);
  expect(request).toMatchObject({ selection: records, query: { order: query.order } });
  expect(requestOf(begin(some, "list"), some).selection).toBeUndefined();
});

test("tables are exported in the order picked, without a query", () => {
  const request = requestOf({ ...tables("contact", "itsystem"), template: true }, list);
  expect(request).toEqual({
    tables: ["contact", "itsystem"],
    query: undefined,
    selection: undefined,
    template: true,
    format: "xlsx",
    kitOnly: false,
  });
});

test("without a list on screen there are only tables", () => {
  expect(begin(undefined, "list", "contact")).toMatchObject({
    what: "tables",
    tables: ["contact"],
  });
});

test("what cannot be exported says why", () => {
  expect(whyNot(tables())).toBe("Pick at least one table.");
  expect(whyNot({ ...tables("a", "b"), format: "csv" })).toContain("CSV file holds one table");
  expect(whyNot({ ...tables("a"), format: "csv" })).toBe("");
  expect(whyNot({ ...tables("a", "b"), format: "zip" })).toBe("");
  expect(whyNot({ ...begin(list, "list"), format: "csv" })).toBe("");
});

test("a package has no template, and only a package is for the starter kit alone", () => {
  const template = { ...tables("a"), template: true, kitOnly: true };
  expect(inFormat(template, "zip").template).toBe(false);
  expect(inFormat(template, "csv").template).toBe(true);
  expect(requestOf(template, undefined).kitOnly).toBe(false);
  expect(requestOf({ ...template, ...inFormat(template, "zip") }, undefined).kitOnly).toBe(true);
});

test("the button says what it exports", () => {
  expect(exportLabel(begin(list, "list"))).toBe("Export the list…");
  expect(exportLabel({ ...begin(list, "list"), what: "selected" })).toBe(
    "Export the selected rows…",
  );
  expect(exportLabel({ ...begin(list, "list"), template: true })).toBe("Export a template…");
  expect(exportLabel(tables("a"))).toBe("Export 1 table…");
  expect(exportLabel({ ...tables("a", "b"), template: true })).toBe("Export a template…");
});
