import { type Dispatch, type SetStateAction, useCallback, useLayoutEffect } from "react";
import type { api } from "../api";
import { useModel } from "../model";
import { chunkRows } from "./chunks";
import { fitWidth } from "./fit";
import type { Rows } from "./rows";
import type { GridColumn } from "./useColumns";

export type Widths = Record<string, number>;

/**
 * Gives every column the width that its first rows need, once and before they are painted. The
 * answer fits a column again, to the rows around the window.
 */
export function useFit(
  rows: Rows,
  columns: GridColumn[],
  fitted: Widths,
  setFitted: Dispatch<SetStateAction<Widths>>,
) {
  const model = useModel();
  const asked = rows.query?.columns;
  useLayoutEffect(() => {
    if (!asked || rows.total === 0) return;
    const lacking = columns.filter(({ key }) => fitted[key] === undefined && asked.includes(key));
    if (lacking.length === 0) return;
    const first = rowsFrom(rows, 0);
    const widths = lacking.map((column) => [column.key, fitWidth(column, first, model)]);
    setFitted((before) => ({ ...before, ...Object.fromEntries(widths) }));
  });
  return useCallback(
    (column: GridColumn, from: number) => fitWidth(column, rowsFrom(rows, from), model),
    [rows, model],
  );
}

/** Those of so many rows that are in memory. */
function rowsFrom(rows: Rows, from: number): api.Row[] {
  return Array.from({ length: chunkRows }, (_, i) => rows.at(from + i)).filter(
    (row) => row !== undefined,
  );
}
