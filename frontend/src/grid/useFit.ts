import { type Dispatch, type SetStateAction, useCallback, useLayoutEffect, useRef } from "react";
import type { api } from "../api";
import { useModel } from "../model";
import { chunkRows } from "./chunks";
import { fitOf, withRoom } from "./fit";
import type { Rows } from "./rows";
import type { GridColumn } from "./useColumns";

export type Widths = Record<string, number>;

const none: Widths = {};

/**
 * Gives every column the width that its first rows need, once and before they are shown, so that
 * nothing moves afterwards; an empty list fits its labels until it has rows. `roomBeside` is the width of
 * the list that no fitted column takes; who comes back to a list finds the widths that were `kept`. `widthOf` is what a column needs for rows elsewhere.
 */
export function useFit(
  rows: Rows,
  columns: GridColumn[],
  fitted: Widths,
  setFitted: Dispatch<SetStateAction<Widths>>,
  roomBeside: (lacking: GridColumn[]) => number,
  kept: Widths = none,
) {
  const model = useModel();
  const asked = rows.query?.columns;
  const lacking = columns.filter(({ key }) => fitted[key] === undefined && asked?.includes(key));
  const fits = lacking.length === 0;
  const labelsAlone = useRef(false);
  useLayoutEffect(() => {
    if (labelsAlone.current && rows.total > 0) {
      labelsAlone.current = false;
      return setFitted({});
    }
    if (fits) return;
    labelsAlone.current = rows.total === 0;
    const first = rowsFrom(rows, 0);
    const needs = lacking.map((column) => {
      const width = kept[column.key];
      return width === undefined ? fitOf(column, first, model) : { width, whole: width };
    });
    const taken = needs.reduce((sum, { width }) => sum + width, 0);
    const widths = withRoom(needs, roomBeside(lacking) - taken);
    const pairs = lacking.map(({ key }, i) => [key, widths[i]]);
    setFitted((before) => ({ ...before, ...Object.fromEntries(pairs) }));
  });
  const widthOf = useCallback(
    (column: GridColumn, from: number) => fitOf(column, rowsFrom(rows, from), model).whole,
    [rows, model],
  );
  return { widthOf, fits };
}

/** Those of so many rows that are in memory. */
function rowsFrom(rows: Rows, from: number): api.Row[] {
  return Array.from({ length: chunkRows }, (_, i) => rows.at(from + i)).filter(
    (row) => row !== undefined,
  );
}
