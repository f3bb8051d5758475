import { expect, test } from "vitest";
import type { schema } from "../api";
import { areaOf, firstTable } from "./place";

const area = (label: string, ...tables: string[]): schema.Area => ({
  label,
  groups: [{ label, tables }],
});
const app: schema.App = {
  key: "a",
  app: "A",
  areas: [area("Catalog", "system", "component"), area("Reference", "person", "system")],
};

test("the navigation follows the table that is shown", () => {
  expect(areaOf(app, "", "person").label).toBe("Reference");
  expect(areaOf(app, "Catalog", "person").label).toBe("Reference");
});

test("of two areas with the table, the one that was chosen stays", () => {
  expect(areaOf(app, "Reference", "system").label).toBe("Reference");
  expect(areaOf(app, "", "system").label).toBe("Catalog");
});

test("a page without a table, or with one of another app, keeps the chosen area", () => {
  expect(areaOf(app, "Reference").label).toBe("Reference");
  expect(areaOf(app, "Reference", "elsewhere").label).toBe("Reference");
  expect(areaOf(app, "no longer there").label).toBe("Catalog");
});

test("an app starts with its first list", () => {
  expect(firstTable(app)).toBe("system");
});
