import { expect, test } from "vitest";
import type { schema, Table } from "../../../api";
import { shownBy } from "./useListSearch";

const field = (key: string) => ({ key, kind: "choice", label: key }) as schema.Field;
const table = { key: "itsystem", primary: "name", fields: [field("status"), field("stage")] };
const view = { key: "all", columns: ["name", "stage"], order: [], filter: {} };
const chart = { kind: "bar", by: [{ attribute: "status" }] } as schema.Chart;

function shown(search: object, saved?: schema.Chart, mine = false) {
  return shownBy(
    table as unknown as Table,
    { ...view, chart: saved } as unknown as schema.View,
    search,
    null,
    mine,
  );
}

test("a look at the chart changes nothing of a view of the program, and is saved with a new one all the same", () => {
  const { firstChart } = shown({});
  expect(firstChart.by).toEqual([{ attribute: "stage" }]);
  const looked = shown({ chart: firstChart });
  expect(looked.changed).toBe(false);
  expect(looked.asView.chart).toEqual(firstChart);
  expect(shown({ chart: null }).changed).toBe(false);
});

test("a chart that is shown or taken away in one's own view is a change, for it can be saved there", () => {
  const { firstChart } = shown({}, undefined, true);
  expect(shown({}, undefined, true).changed).toBe(false);
  expect(shown({ chart: firstChart }, undefined, true).changed).toBe(true);
  expect(shown({ chart: null }, undefined, true).changed).toBe(false);
  expect(shown({}, chart, true).changed).toBe(false);
  expect(shown({ chart }, chart, true).changed).toBe(false);
  expect(shown({ chart: null }, chart, true).changed).toBe(true);
});

test("another chart than the view has is a change, and so is none", () => {
  expect(shown({ chart }).changed).toBe(true);
  expect(shown({ chart }, chart).changed).toBe(false);
  expect(shown({ chart: null }, chart).changed).toBe(true);
});

test("the chart of the view comes back when it was taken away", () => {
  expect(shown({ chart: null }, chart).firstChart).toEqual(chart);
});
