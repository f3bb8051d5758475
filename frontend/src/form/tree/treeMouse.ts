import type { MouseEvent } from "react";
import type { TreeLine } from "./nodes";
import type { Marks } from "./useMarks";

interface Acts {
  lines: readonly TreeLine[];
  go(at: number): void;
  toggle(id: string, open: boolean): void;
  open(line: TreeLine): void;
  grab(start: MouseEvent, line: TreeLine): void;
  /** True for the click that ends a drag. */
  wasDragged(): boolean;
  marks: Pick<Marks, "any" | "isMarked" | "toggle" | "extend" | "clear">;
}

/** What the mouse does in a tree: one listener for all of its lines. */
export function treeMouse({ lines, go, toggle, open, grab, wasDragged, marks }: Acts) {
  const hit = (event: MouseEvent) => {
    const target = event.target as Element;
    const index = Number(target.closest<HTMLElement>("[data-line]")?.dataset.line ?? -1);
    return { index, line: lines[index], target };
  };
  function onMouseDown(event: MouseEvent) {
    const { index, line, target } = hit(event);
    if (event.button !== 0 || !line) return;
    event.preventDefault(); // the tree keeps the focus, and dragging marks no text
    (event.currentTarget as HTMLElement).focus({ preventScroll: true });
    if (isMarking(event)) {
      if (event.shiftKey) marks.extend(index);
      else marks.toggle(line);
      go(index);
      return;
    }
    if (!marks.isMarked(line.id)) marks.clear();
    go(index);
    if (target.closest("[data-twist]") && line.open !== undefined) toggle(line.id, !line.open);
    else grab(event, line);
  }
  function onClick(event: MouseEvent) {
    const { line, target } = hit(event);
    if (!line || isMarking(event) || wasDragged()) return;
    marks.clear();
    if (target.closest("[data-open]")) open(line);
  }
  return { onMouseDown, onClick };
}

/** With these keys a click marks lines, and does nothing else. */
const isMarking = ({ ctrlKey, metaKey, shiftKey }: MouseEvent) => ctrlKey || metaKey || shiftKey;
