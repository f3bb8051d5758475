import { useLayoutEffect, useState } from "react";
import { pause } from "../ui";
import type { RowScroll, Sight } from "./rowScroll";
import type { Viewport } from "./viewport";

/** Rows rendered beyond the sight on either side. */
const margin = 12;
/** The rendered rows change in steps of so many, which spares renderings. */
const step = 4;
/** The height of a place that has not been measured. */
const unmeasured: Sight = { from: 0, scrolled: 0, view: 600 };

/** What is in sight. */
export function useSight(scroll: RowScroll, viewport: Viewport): Sight {
  const [sight, setSight] = useState(unmeasured);

  useLayoutEffect(() => {
    const update = () =>
      setSight((before) => {
        const now = scroll.look();
        return now.view <= 0 || sameRows(scroll, before, now) ? before : now;
      });
    if (scroll.isBeyond()) viewport.look();
    update();
    return viewport.watch(update);
  }, [scroll, viewport]);

  return sight;
}

/** False for a list that has just become another one, until nothing else has come for a pause or it is scrolled. */
export function useCalm(list: number, viewport: Viewport): boolean {
  const [settled, setSettled] = useState(0);
  useLayoutEffect(() => {
    if (settled === list) return;
    const settle = () => setSettled(list);
    const timer = setTimeout(settle, pause);
    const leave = viewport.watch((scrolled) => scrolled && settle());
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [settled, list, viewport]);
  return settled === list;
}

/** Which rows are rendered for a sight: always as many, as long as there are enough. */
export function renderedFor(scroll: RowScroll, sight: Sight, count: number) {
  const pool = scroll.rowsInView(sight) + step + 2 * margin;
  const from = firstOf(scroll, sight);
  const last = Math.min(from + pool, count) - 1;
  return { pool, first: Math.max(0, Math.min(from, count - 1)), last };
}

function firstOf(scroll: RowScroll, sight: Sight): number {
  return Math.floor(scroll.rowAt(sight) / step) * step - margin;
}

function sameRows(scroll: RowScroll, a: Sight, b: Sight): boolean {
  // Where the layout is not the list itself, every row moves with each scroll.
  const moved = a.from - a.scrolled !== b.from - b.scrolled;
  return !moved && a.view === b.view && firstOf(scroll, a) === firstOf(scroll, b);
}
