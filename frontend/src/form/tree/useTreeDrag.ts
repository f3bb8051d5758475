import { type MouseEvent, useRef, useState } from "react";
import { type TreeLine, type TreeNode, whyNot } from "./nodes";

/** A node that is being dragged, and where it would land. */
export interface Dragged {
  node: TreeNode;
  /** The line that it is over, undefined over none. */
  over: TreeLine | undefined;
  /** Why it cannot land there, "" where it can. */
  refused: string;
  x: number;
  y: number;
}

interface Options {
  lines: readonly TreeLine[];
  /** Nothing can be moved now. */
  fixed: boolean;
  onDrop(node: TreeNode, to: TreeNode | undefined): void;
  /** Opens a node over which something is held for a while. */
  onHover(id: string): void;
}

/** How far the pointer moves before a press becomes a drag. */
const threshold = 6;
/** How long a node is held over a closed one before that opens. */
const patience = 700;
/** How near the edge a drag scrolls, and by how much at a time. */
const edge = 24;

/** Lets a person drag a node below another; what it may not lie below says so before it is let go. */
export function useTreeDrag({ lines, fixed, onDrop, onHover }: Options) {
  const [dragged, setDragged] = useState<Dragged>();
  const moved = useRef(false);
  const now = useRef(lines);
  now.current = lines;

  function grab(start: MouseEvent, line: TreeLine) {
    moved.current = false;
    const { node } = line;
    if (start.button !== 0 || !node || fixed) return;
    const scroller = start.currentTarget as HTMLElement;
    let last: Dragged | undefined;
    let hover: ReturnType<typeof setTimeout> | undefined;
    const move = (event: globalThis.MouseEvent) => {
      const far = Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY);
      if (!moved.current && far < threshold) return;
      moved.current = true;
      const over = lineAt(now.current, scroller, event);
      if (over?.id !== last?.over?.id) {
        clearTimeout(hover);
        if (over?.open === false) hover = setTimeout(() => onHover(over.id), patience);
      }
      const refused = over ? whyNot(node, over.node) : "";
      last = { node, over, refused, x: event.clientX, y: event.clientY };
      scrollAtEdge(scroller, event.clientY);
      setDragged(last);
    };
    const end = (drop: boolean) => {
      document.removeEventListener("mousemove", move);
      document.removeEventListener("mouseup", release);
      document.removeEventListener("keydown", giveUp, true);
      clearTimeout(hover);
      setDragged(undefined);
      if (drop && last?.over && !last.refused) onDrop(node, last.over.node);
    };
    const release = () => end(moved.current);
    const giveUp = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      end(false);
    };
    document.addEventListener("mousemove", move);
    document.addEventListener("mouseup", release);
    document.addEventListener("keydown", giveUp, true);
  }
  /** True for the click that ends a drag. */
  const wasDragged = () => moved.current;
  return { dragged, grab, wasDragged };
}

function lineAt(lines: readonly TreeLine[], within: HTMLElement, at: globalThis.MouseEvent) {
  const item = document
    .elementFromPoint(at.clientX, at.clientY)
    ?.closest<HTMLElement>("[data-line]");
  return item && within.contains(item) ? lines[Number(item.dataset.line)] : undefined;
}

function scrollAtEdge(scroller: HTMLElement, y: number): void {
  const { top, bottom } = scroller.getBoundingClientRect();
  if (y < top + edge) scroller.scrollTop -= edge;
  else if (y > bottom - edge) scroller.scrollTop += edge;
}
