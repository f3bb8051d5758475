import { useCallback, useLayoutEffect, useState } from "react";
import type { Place } from "./moves";
import type { Rows } from "./rows";

/** The cells that are marked: lines and columns from one to another, both among them. */
export interface Rect {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

const one: Place = { row: 0, column: 0 };

/**
 * The cells that are marked around the active one. Their other corner is kept by its distance, so that
 * the whole moves along when the active cell stays with its record.
 */
export function useRange(rows: Rows, at: Place, columns: number) {
  const [span, setSpan] = useState(one);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins with one cell
  useLayoutEffect(() => setSpan(one), [rows.list, columns]);
  const far: Place = {
    row: Math.max(0, Math.min(at.row + span.row, rows.total - 1)),
    column: Math.max(0, Math.min(at.column + span.column, columns - 1)),
  };
  const collapse = useCallback(() => setSpan(one), []);
  const extend = (to: Place, from = at) =>
    setSpan({ row: to.row - from.row, column: to.column - from.column });
  const rect: Rect = {
    top: Math.max(0, Math.min(at.row, far.row)),
    bottom: Math.max(at.row, far.row),
    left: Math.min(at.column, far.column),
    right: Math.max(at.column, far.column),
  };
  const many = at.row >= 0 && (rect.top !== rect.bottom || rect.left !== rect.right);
  return { rect, many, far: many ? far : at, extend, collapse };
}

export type Range = ReturnType<typeof useRange>;
