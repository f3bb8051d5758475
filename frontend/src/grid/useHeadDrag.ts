import { type MouseEvent, useCallback, useRef, useState } from "react";
import { followDrag } from "../ui";
import type { GridColumn } from "./useColumns";

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
      followDrag(start, {
        move: ({ clientX }) => {
          dragged.current = true;
          target = landing(heads, clientX);
          setOver(target);
        },
        end: (dropped) => {
          setOver(undefined);
          if (dropped && target !== undefined && target !== key) onMove(key, target || undefined);
        },
      });
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
