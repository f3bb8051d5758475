import { expect, test } from "vitest";
import { cellsOf, spanOf } from "./across";
import type { GridColumn } from "./useColumns";

const columns = Array.from({ length: 8 }, (_, i) => ({ key: `c${i}` }) as GridColumn);
const widths = [200, ...Array.from({ length: 7 }, () => 100)];
const check = 40;
const shown = (left: number, width: number, needed: number[] = []) =>
  cellsOf(columns, spanOf(widths, check, { left, width }), needed).map(({ column, apart }) =>
    apart ? `|${column.key}` : column.key,
  );

test("only columns in sight have cells, beside the one that stays", () => {
  expect(shown(0, 540)).toEqual(["c0", "c1", "c2", "c3", "c4"]);
  expect(shown(250, 540)).toEqual(["c0", "|c3", "c4", "c5", "c6"]);
  expect(shown(400, 540)).toEqual(["c0", "|c4", "c5", "c6", "c7"]);
});

test("a place that is not measured shows all", () => {
  expect(shown(0, 0)).toHaveLength(8);
});

test("what is needed elsewhere is in its order, and put where it belongs", () => {
  expect(shown(250, 540, [1, 7])).toEqual(["c0", "c1", "|c3", "c4", "c5", "c6", "c7"]);
  expect(shown(0, 540, [6])).toEqual(["c0", "c1", "c2", "c3", "c4", "|c6"]);
});
