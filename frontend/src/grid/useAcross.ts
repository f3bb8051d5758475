import { useLayoutEffect, useMemo, useState } from "react";
import { cellsOf, type Slide, spanOf } from "./across";
import type { GridColumn } from "./useColumns";
import type { Viewport } from "./viewport";

/** The place has not been measured: all columns are in sight. */
const unmeasured: Slide = { left: 0, width: 0 };

/**
 * The columns of which rows render cells: `usual` of most rows, `own` of those in which somebody needs more.
 * Given are the widths of all columns and of what stays before them.
 */
export function useAcross(
  viewport: Viewport,
  columns: GridColumn[],
  widths: number[],
  staying: number,
  needed: number[],
) {
  const [slide, setSlide] = useState(unmeasured);
  const { first, last } = spanOf(widths, staying, slide);
  const text = widths.join(" ");

  // biome-ignore lint/correctness/useExhaustiveDependencies: the text says what the widths are
  useLayoutEffect(() => {
    const update = () =>
      setSlide((before) => {
        const now = { left: viewport.scrollLeft, width: viewport.clientWidth };
        const [a, b] = [spanOf(widths, staying, before), spanOf(widths, staying, now)];
        return a.first === b.first && a.last === b.last ? before : now;
      });
    update();
    return viewport.watch(update);
  }, [viewport, text, staying]);

  const needs = needed.join(" ");
  const usual = useMemo(() => cellsOf(columns, { first, last }), [columns, first, last]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text says what is needed
  const own = useMemo(
    () => cellsOf(columns, { first, last }, needed),
    [columns, first, last, needs],
  );
  return { usual, own };
}
