import { type RefObject, useLayoutEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { RowScroll, Sight } from "./rowScroll";

/** Rows rendered beyond the sight on either side. */
const margin = 12;
/** The rendered rows change in steps of so many, which spares renderings. */
const step = 4;
/** The height of a place that has not been measured. */
const unmeasured: Sight = { from: 0, scrolled: 0, view: 600 };

/** What is in sight, and which rows are rendered for it. */
export function useSight(
  scroll: RowScroll,
  scroller: RefObject<HTMLElement | null>,
  count: number,
) {
  const [sight, setSight] = useState(unmeasured);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const update = () =>
      setSight((before) => {
        const now = scroll.look();
        return now.view <= 0 || sameRows(scroll, before, now) ? before : now;
      });
    update();
    // In the frame of the scrolling itself, so that no row is missing from what is painted.
    const onScroll = () => flushSync(update);
    element.addEventListener("scroll", onScroll, { passive: true });
    const sizes = new ResizeObserver(update);
    sizes.observe(element);
    return () => {
      element.removeEventListener("scroll", onScroll);
      sizes.disconnect();
    };
  }, [scroll, scroller]);

  const [from, to] = stepsOf(scroll, sight);
  const first = Math.max(0, Math.min(from * step - margin, count - 1));
  const last = Math.min(to * step + margin, count - 1);
  return { sight, first, last };
}

function stepsOf(scroll: RowScroll, sight: Sight): [number, number] {
  const [first, last] = scroll.rowsIn(sight);
  return [Math.floor(first / step), Math.ceil((last + 1) / step)];
}

function sameRows(scroll: RowScroll, a: Sight, b: Sight): boolean {
  const [first, last] = stepsOf(scroll, a);
  const [nextFirst, nextLast] = stepsOf(scroll, b);
  // Where the layout is not the list itself, every row moves with each scroll.
  return a.from - a.scrolled === b.from - b.scrolled && first === nextFirst && last === nextLast;
}
