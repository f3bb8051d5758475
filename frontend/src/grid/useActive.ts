import { useCallback, useLayoutEffect, useRef, useState } from "react";
import type { Place } from "./moves";
import type { RowScroll } from "./rowScroll";
import type { Rows } from "./rows";

const start: Place = { row: 0, column: 0 };

/**
 * The cell that a person is in. It stays with its record when rows come and go above it, and the
 * window moves along, so that nothing jumps.
 */
export function useActive(rows: Rows, scroll: RowScroll, columns: number) {
  const [place, setPlace] = useState(start);
  const record = useRef<string>(undefined);
  const version = rows.version();

  const go = useCallback(
    (to: Place) => {
      record.current = rows.at(to.row)?.id;
      setPlace(to);
    },
    [rows],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its top
  useLayoutEffect(() => {
    record.current = undefined;
    scroll.top();
    setPlace((before) => ({ row: Math.min(before.row, 0), column: before.column }));
  }, [rows.list]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: rows may have moved with each version
  useLayoutEffect(() => {
    const here = rows.at(place.row)?.id;
    if (!here || here === record.current) return;
    const now = record.current === undefined ? -1 : rows.indexOf(record.current);
    if (now < 0) {
      record.current = here;
      return;
    }
    scroll.shift(now - place.row);
    setPlace({ ...place, row: now });
  }, [version, place]);

  const last = Math.max(0, rows.total - 1);
  return {
    at: { row: Math.min(place.row, last), column: Math.min(place.column, columns - 1) },
    go,
  };
}
