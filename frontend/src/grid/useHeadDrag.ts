import { type MouseEvent, useCallback, useRef, useState } from "react";
import type { GridColumn } from "./useColumns";

/** How far the pointer moves before a press becomes a drag. */
const threshold = 6;

/** Lets a person drag a header to another place among the columns. */
export function useHeadDrag(
  columns: GridColumn[],
  onMove: (key: string, before: string | undefined) => void,
) {
  /** The column before which the dragged one would land, "" for behind all. */
  const [over, setOver] = useState<string>();
  const dragged = useRef(false);

  const grab = useCallback(
    (key: string, start: MouseEvent) => {
      if (start.button !== 0) return;
      dragged.current = false;
      let target: string | undefined;
      const heads = headsOf(start.currentTarget.parentElement, columns);
      const move = (event: globalThis.MouseEvent) => {
        if (!dragged.current && Math.abs(event.clientX - start.clientX) < threshold) return;
        dragged.current = true;
        target = landing(heads, event.clientX);
        setOver(target);
      };
      const drop = () => {
        document.removeEventListener("mousemove", move);
        document.removeEventListener("mouseup", drop);
        setOver(undefined);
        if (dragged.current && target !== undefined && target !== key)
          onMove(key, target || undefined);
      };
      document.addEventListener("mousemove", move);
      document.addEventListener("mouseup", drop);
    },
    [columns, onMove],
  );
  /** True for the click that ends a drag. */
  const wasDragged = useCallback(() => dragged.current, []);
  return { over, grab, wasDragged };
}

interface Head {
  key: string;
  middle: number;
}

/** The headers that others may stand before: not the one that names the record. */
function headsOf(row: Element | null, columns: GridColumn[]): Head[] {
  return columns.flatMap(({ key, primary }) => {
    const box = row?.querySelector(`[data-head="${key}"]`)?.getBoundingClientRect();
    return box && !primary ? [{ key, middle: box.left + box.width / 2 }] : [];
  });
}

function landing(heads: Head[], x: number): string {
  return heads.find(({ middle }) => x < middle)?.key ?? "";
}
