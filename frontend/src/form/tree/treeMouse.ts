import type { MouseEvent } from "react";
import type { TreeLine } from "./nodes";

interface Acts {
  lines: readonly TreeLine[];
  go(at: number): void;
  toggle(id: string, open: boolean): void;
  open(line: TreeLine): void;
  grab(start: MouseEvent, line: TreeLine): void;
  /** True for the click that ends a drag. */
  wasDragged(): boolean;
}

/** What the mouse does in a tree: one listener for all of its lines. */
export function treeMouse({ lines, go, toggle, open, grab, wasDragged }: Acts) {
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
    go(index);
    if (target.closest("[data-twist]") && line.open !== undefined) toggle(line.id, !line.open);
    else grab(event, line);
  }
  function onClick(event: MouseEvent) {
    const { line, target } = hit(event);
    if (line && !wasDragged() && target.closest("[data-open]")) open(line);
  }
  return { onMouseDown, onClick };
}
