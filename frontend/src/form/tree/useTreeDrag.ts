import { type MouseEvent, useRef, useState } from "react";
import { followDrag, scrollAtEdge } from "../../ui";
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

/** How long a node is held over a closed one before that opens. */
const patience = 700;

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
      clearTimeout(hover);
      setDragged(undefined);
      if (drop && last?.over && !last.refused) onDrop(node, last.over.node);
    };
    followDrag(start, { move, end });
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
