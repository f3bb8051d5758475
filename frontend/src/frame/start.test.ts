import { expect, test } from "vitest";
import type { schema } from "../api";
import { CatalogueModel } from "../model";
import { emptyState } from "../test-window";
import { usual } from "./preferences";
import { createQueries, keys } from "./queries";
import { startAddress } from "./start";

const app = (key: string) => ({
  key,
  app: key,
  areas: [{ label: "Area", groups: [{ tables: ["itsystem"], dashboards: ["overview"] }] }],
});
const model = new CatalogueModel({
  ...{ tables: [], internal: [], choices: [], forms: [], views: [], charts: [], dashboards: [] },
  apps: [app("one"), app("two")],
} as unknown as schema.Model);

function start(state: object, layouts: Record<string, string> = {}) {
  const queries = createQueries();
  queries.setQueryData(keys.preferences, { ...usual, layouts });
  return startAddress({ ...emptyState, ...state }, model, queries);
}

test("a window that starts with a catalogue begins where the app used last does", () => {
  const some = { open: true, records: 3 };
  expect(start(some)).toBe("/a/one/t/itsystem");
  expect(start(some, { app: '"two"' })).toBe("/a/two/t/itsystem");
  expect(start(some, { "dashboard-first:one": "true" })).toBe("/a/one/d/overview");
});

test("without a catalogue, or with an empty one, it begins at home", () => {
  expect(start({})).toBeUndefined();
  expect(start({ open: true })).toBeUndefined();
});
