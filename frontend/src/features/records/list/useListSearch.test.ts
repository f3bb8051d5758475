import { expect, test } from "vitest";
import type { schema, Table } from "../../../api";
import { shownBy } from "./useListSearch";

const field = (key: string) => ({ key, kind: "choice", label: key }) as schema.Field;
const table = { key: "itsystem", primary: "name", fields: [field("status"), field("stage")] };
const view = { key: "all", columns: ["name", "stage"], order: [], filter: {} };
const chart = { kind: "bar", by: [{ attribute: "status" }] } as schema.Chart;

function shown(search: object, saved?: schema.Chart) {
  return shownBy(
    table as unknown as Table,
    { ...view, chart: saved } as unknown as schema.View,
    search,
    null,
  );
}

test("a look at the chart changes nothing of the view, and is saved with it all the same", () => {
  const { firstChart } = shown({});
  expect(firstChart.by).toEqual([{ attribute: "stage" }]);
  const looked = shown({ chart: firstChart });
  expect(looked.changed).toBe(false);
  expect(looked.asView.chart).toEqual(firstChart);
  expect(shown({ chart: null }).changed).toBe(false);
});

test("another chart than the view has is a change, and so is none", () => {
  expect(shown({ chart }).changed).toBe(true);
  expect(shown({ chart }, chart).changed).toBe(false);
  expect(shown({ chart: null }, chart).changed).toBe(true);
});

test("the chart of the view comes back when it was taken away", () => {
  expect(shown({ chart: null }, chart).firstChart).toEqual(chart);
});
