import { type MouseEvent, useRef, useState } from "react";
import { type TreeLine, type TreeNode, whyNot } from "./nodes";

/** Nodes that are being dragged, and where they would land. */
export interface Dragged {
  nodes: readonly TreeNode[];
  /** The line that it is over, undefined over none. */
  over: TreeLine | undefined;
  /** Why they cannot land there, "" where they can. */
  refused: string;
  x: number;
  y: number;
}

interface Options {
  lines: readonly TreeLine[];
  /** Nothing can be moved now. */
  fixed: boolean;
  /** What is dragged with a line. */
  movedWith(line: TreeLine): TreeNode[];
  onDrop(nodes: readonly TreeNode[], to: TreeNode | undefined): void;
  /** Opens a node over which something is held for a while. */
  onHover(id: string): void;
}

/** How far the pointer moves before a press becomes a drag. */
const threshold = 6;
/** How long a node is held over a closed one before that opens. */
const patience = 700;
/** How near the edge a drag scrolls, and by how much at a time. */
const edge = 24;

/** Lets a person drag nodes below another; what they may not lie below says so before they are let go. */
export function useTreeDrag({ lines, fixed, movedWith, onDrop, onHover }: Options) {
  const [dragged, setDragged] = useState<Dragged>();
  const moved = useRef(false);
  const now = useRef(lines);
  now.current = lines;

  function grab(start: MouseEvent, line: TreeLine) {
    moved.current = false;
    const nodes = movedWith(line);
    if (start.button !== 0 || nodes.length === 0 || fixed) return;
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
      const refused = over ? whyNot(nodes, over.node) : "";
      last = { nodes, over, refused, x: event.clientX, y: event.clientY };
      scrollAtEdge(scroller, event.clientY);
      setDragged(last);
    };
    const end = (drop: boolean) => {
      document.removeEventListener("mousemove", move);
      document.removeEventListener("mouseup", release);
      document.removeEventListener("keydown", giveUp, true);
      clearTimeout(hover);
      setDragged(undefined);
      if (drop && last?.over && !last.refused) onDrop(nodes, last.over.node);
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
