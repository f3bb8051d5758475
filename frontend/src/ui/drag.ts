import type { MouseEvent } from "react";

/** How far the mouse moves before a press becomes a drag. */
const threshold = 6;

interface Follower {
  /** Called for each move once the press has become a drag. */
  move(event: globalThis.MouseEvent): void;
  /** Called when it is over: dropped, or given up with Escape; also for a press that never became a drag. */
  end(dropped: boolean): void;
}

/** Follows the mouse from a press until it is let go. */
export function followDrag(start: MouseEvent, { move, end }: Follower): void {
  let dragging = false;
  const onMove = (event: globalThis.MouseEvent) => {
    const far = Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY);
    if (!dragging && far < threshold) return;
    dragging = true;
    move(event);
  };
  const stop = (dropped: boolean) => {
    document.removeEventListener("mousemove", onMove);
    document.removeEventListener("mouseup", onUp);
    document.removeEventListener("keydown", onKey, true);
    end(dropped);
  };
  const onUp = () => stop(dragging);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    stop(false);
  };
  document.addEventListener("mousemove", onMove);
  document.addEventListener("mouseup", onUp);
  document.addEventListener("keydown", onKey, true);
}

/** How near its edge a drag scrolls a list, and by how much at a time. */
const edge = 24;

export function scrollAtEdge(scroller: HTMLElement, y: number): void {
  const { top, bottom } = scroller.getBoundingClientRect();
  if (y < top + edge) scroller.scrollTop -= edge;
  else if (y > bottom - edge) scroller.scrollTop += edge;
}
