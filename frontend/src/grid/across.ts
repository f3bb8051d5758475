import type { GridColumn } from "./useColumns";

/** A column of which rows render cells. */
export interface CellColumn {
  column: GridColumn;
  /** Its place among all columns. */
  index: number;
  /** The one before it is not rendered, so that its cells must be put where they belong. */
  apart: boolean;
}

/** Which columns are in sight beside those that stay: from a first to a last one. */
export interface Span {
  first: number;
  last: number;
}

/** How far the columns are slid, and how wide the place is that all of them stand in. */
export interface Slide {
  left: number;
  width: number;
}

/** Columns are rendered so many px before they come into sight, which spares renderings. */
const ahead = 40;

/** The columns in sight, whose widths begin with that of the one that stays; all while the place is not known. */
export function spanOf(widths: number[], staying: number, { left, width }: Slide): Span {
  const end = widths.length - 1;
  if (width <= 0) return { first: 1, last: end };
  const to = left + width - staying - (widths[0] ?? 0) + ahead;
  let [first, last, at] = [end + 1, 0, 0];
  for (let index = 1; index <= end; index++) {
    const next = at + (widths[index] ?? 0);
    if (next > left - ahead && at < to) {
      first = Math.min(first, index);
      last = index;
    }
    at = next;
  }
  return { first, last };
}

/** The columns that a row renders, in order: the one that stays, those in sight and others that are needed. */
export function cellsOf(columns: GridColumn[], span: Span, needed: number[] = []): CellColumn[] {
  const isRendered = (index: number) =>
    index === 0 || (index >= span.first && index <= span.last) || needed.includes(index);
  return columns.flatMap((column, index) =>
    isRendered(index) ? { column, index, apart: index > 0 && !isRendered(index - 1) } : [],
  );
}
