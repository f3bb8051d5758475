/** A place in a grid: row -1 is the header. */
export interface Place {
  row: number;
  column: number;
}

export interface Extent {
  rows: number;
  columns: number;
  /** How many rows fit into the window; asked for only when it matters, as it has to be measured. */
  page(): number;
}

type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey">;

/** Where a key leads from a place; undefined when it is no key for moving. */
export function moveBy({ key, ctrlKey, metaKey }: Key, at: Place, extent: Extent) {
  const far = ctrlKey || metaKey;
  const to = far ? farMove(key, at, extent) : nearMove(key, at, extent);
  return to && within(to, at, extent);
}

function nearMove(key: string, { row, column }: Place, { page, columns }: Extent) {
  switch (key) {
    case "ArrowUp":
      return { row: row - 1, column };
    case "ArrowDown":
      return { row: row + 1, column };
    case "ArrowLeft":
      return { row, column: column - 1 };
    case "ArrowRight":
      return { row, column: column + 1 };
    case "PageUp":
      return { row: Math.max(0, row - page()), column };
    case "PageDown":
      return { row: row + page(), column };
    case "Home":
      return { row, column: 0 };
    case "End":
      return { row, column: columns - 1 };
    default:
      return undefined;
  }
}

function farMove(key: string, { row, column }: Place, { rows, columns }: Extent) {
  switch (key) {
    case "ArrowUp":
      return { row: 0, column };
    case "ArrowDown":
      return { row: rows - 1, column };
    case "ArrowLeft":
      return { row, column: 0 };
    case "ArrowRight":
      return { row, column: columns - 1 };
    case "Home":
      return { row: 0, column: 0 };
    case "End":
      return { row: rows - 1, column: columns - 1 };
    default:
      return undefined;
  }
}

function within(to: Place, from: Place, { rows, columns }: Extent): Place {
  const top = from.row <= 0 ? -1 : Math.min(0, to.row);
  return {
    row: Math.max(Math.min(to.row, rows - 1), top),
    column: Math.max(0, Math.min(to.column, columns - 1)),
  };
}

/** The next place for Tab: along the row, then the row below; undefined at the end of the grid. */
export function tabFrom(at: Place, back: boolean, { rows, columns }: Extent): Place | undefined {
  const flat = at.row * columns + at.column + (back ? -1 : 1);
  if (flat < 0 || flat >= rows * columns) return undefined;
  return { row: Math.floor(flat / columns), column: flat % columns };
}
