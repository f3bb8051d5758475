import { type MouseEvent, useRef, useState } from "react";
import { followDrag, scrollAtEdge } from "../../ui";
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

/** How long a node is held over a closed one before that opens. */
const patience = 700;

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
      clearTimeout(hover);
      setDragged(undefined);
      if (drop && last?.over && !last.refused) onDrop(nodes, last.over.node);
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
