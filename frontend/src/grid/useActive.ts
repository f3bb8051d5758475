import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";
import { leave, leftAt } from "./memory";
import type { Place } from "./moves";
import type { RowScroll } from "./rowScroll";
import type { Rows } from "./rows";

const start: Place = { row: 0, column: 0 };

interface Options {
  rows: Rows;
  scroll: RowScroll;
  scroller: RefObject<HTMLElement | null>;
  /** How many columns there are. */
  columns: number;
  /** Under what it is remembered where the person was, and how wide the columns were by themselves. */
  list: string;
  fitted: Record<string, number>;
}

/**
 * The cell that a person is in. It stays with its record when rows come and go above it, and the
 * window moves along, so that nothing jumps. Who comes back to a list is where they left it.
 */
export function useActive({ rows, scroll, scroller, columns, list, fitted }: Options) {
  const [place, setPlace] = useState(start);
  const record = useRef<string>(undefined);
  /** True until the place that a list begins with is the one that is shown. */
  const beginning = useRef(false);
  const version = rows.version();

  const go = useCallback(
    (to: Place) => {
      record.current = rows.at(to.row)?.id;
      setPlace(to);
    },
    [rows],
  );

  const current = useRef({ place, list, fitted });
  current.current = { place, list, fitted };
  useLayoutEffect(
    () => () => {
      const { scrollTop = 0, scrollLeft = 0 } = scroller.current ?? {};
      const { place, list, fitted } = current.current;
      leave(list, { place, top: scrollTop, start: scrollLeft, fitted });
    },
    [scroller],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its top
  useLayoutEffect(() => {
    record.current = undefined;
    const left = rows.list === 1 ? leftAt(list) : undefined;
    const first = left?.place ?? (place.row > 0 ? { ...place, row: 0 } : place);
    beginning.current = first !== place;
    setPlace(first);
    scroll.begin(left?.top ?? 0);
    if (left && scroller.current) scroller.current.scrollLeft = left.start;
  }, [rows.list]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: rows may have moved with each version
  useLayoutEffect(() => {
    if (beginning.current) {
      beginning.current = false;
      return;
    }
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
