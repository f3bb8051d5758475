import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, type RefObject, useEffect, useId, useRef } from "react";
import type { Field } from "../../api";
import { usePreferences } from "../../frame";
import { Cut, Icon } from "../../ui";
import type { TreeLine, TreeNode } from "./nodes";
import { TreeRow } from "./TreeRow";
import { onTreeKey } from "./treeKeys";
import { treeMouse } from "./treeMouse";
import type { Marks } from "./useMarks";
import type { Tree } from "./useTree";
import { type Dragged, useTreeDrag } from "./useTreeDrag";

interface TreeViewProps {
  tree: Tree;
  marks: Marks;
  label: string;
  fields: readonly Field[];
  icon: string;
  /** What several of its records are called. */
  plural: string;
  /** Nothing can be moved now. */
  fixed: boolean;
  onOpen(id: string): void;
  onMove(nodes: readonly TreeNode[], to: TreeNode | undefined): void;
}

/** How many lines a tree grows to before it scrolls. */
const mostLines = 16;

/** The lines of a tree: walked by the keys, opened and closed, marked, dragged below one another. */
export function TreeView(props: TreeViewProps) {
  const { tree, marks, label, fields, icon, plural, fixed, onOpen, onMove } = props;
  const { lines, at, toggle } = tree;
  const prefix = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const standing = lines[at] && `${prefix}-${lines[at].id}`;
  const { rows, height, go } = useLines(tree, scroller, standing);
  const drag = useTreeDrag({
    lines,
    fixed,
    movedWith: marks.movedWith,
    onDrop: onMove,
    onHover: (id) => toggle(id, true),
  });
  const { dragged } = drag;
  const open = ({ id, node }: TreeLine) => node && onOpen(id);
  const shown = sight(rows.getVirtualItems(), at, lines.length);
  return (
    <div className="tree" style={{ "--tree-fields": widthsOf(fields) } as CSSProperties}>
      <Head fields={fields} />
      <div
        ref={scroller}
        role="tree"
        aria-label={label}
        aria-multiselectable
        aria-activedescendant={standing}
        tabIndex={0}
        className={dragged ? "tree-scroll tree-dragging" : "tree-scroll"}
        style={{ height: Math.min(lines.length, mostLines) * height }}
        onKeyDown={(event) => {
          if (onTreeKey(event, { lines, at, page: mostLines - 1, go, toggle, open, marks }))
            event.preventDefault();
        }}
        {...treeMouse({ lines, go, toggle, open, marks, ...drag })}
      >
        <div role="presentation" style={{ height: rows.getTotalSize(), position: "relative" }}>
          {shown.map((index) => {
            const line = lines[index];
            return (
              line && (
                <TreeRow
                  key={line.id}
                  id={`${prefix}-${line.id}`}
                  {...{ line, index, fields, icon }}
                  top={index * height}
                  active={index === at}
                  marked={marks.isMarked(line.id)}
                  selected={marks.any ? marks.isMarked(line.id) : index === at}
                  drop={dropOn(line, dragged)}
                />
              )
            );
          })}
        </div>
      </div>
      {dragged && <Carried dragged={dragged} plural={plural} />}
    </div>
  );
}

/** How wide the fields beside the names may be: the names of other records have more room. */
const widthsOf = (fields: readonly Field[]) =>
  fields.map(({ kind }) => `minmax(0, ${kind === "lookup" ? 248 : 144}px)`).join(" ") || "none";

/** The lines as they lie in the scrolling part, and going to one of them, which is then in sight. */
function useLines(
  tree: Tree,
  scroller: RefObject<HTMLElement | null>,
  standing: string | undefined,
) {
  const { lines, setActive } = tree;
  const [{ density }] = usePreferences();
  const height = density === "compact" ? 28 : 36;
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another density has other heights
  useEffect(() => rows.measure(), [rows, height]);
  useEffect(() => {
    if (standing && document.activeElement === scroller.current)
      document.getElementById(standing)?.scrollIntoView({ block: "nearest" });
  }, [standing, scroller]);
  const go = (to: number) => {
    const line = lines[to];
    if (!line) return;
    setActive(line.id);
    rows.scrollToIndex(to);
  };
  return { rows, height, go };
}

function dropOn({ id }: TreeLine, dragged: Dragged | undefined): "" | "may" | "mayNot" {
  if (dragged?.over?.id !== id) return "";
  return dragged.refused ? "mayNot" : "may";
}

/** The lines to render: those in sight, and the one that the person is on. */
function sight(items: { index: number }[], at: number, total: number): number[] {
  const shown = items.map(({ index }) => index);
  return shown.includes(at) || at >= total ? shown : [...shown, at];
}

/** What the columns are; each line says so of its own, too. */
function Head({ fields }: { fields: readonly Field[] }) {
  return (
    <div className="tree-line tree-head" aria-hidden>
      <span className="tree-name">Name</span>
      {fields.map(({ key, label }) => (
        <Cut key={key} className="tree-cell ellipsis">
          {label}
        </Cut>
      ))}
    </div>
  );
}

/** What is dragged, beside the pointer, and what would come of letting it go. */
function Carried({ dragged, plural }: { dragged: Dragged; plural: string }) {
  const { nodes, over, refused, x, y } = dragged;
  const below = over?.node ? `Move below “${over.name}”` : "Move to the top";
  const where = over ? below : "Drop it on what it shall lie below";
  return (
    <div className="carried" style={{ left: x + 12, top: y + 12 }}>
      <strong className="ellipsis">
        {nodes.length > 1 ? `${nodes.length} ${plural}` : nodes[0]?.row.name}
      </strong>
      <span className={refused ? "tree-refused" : "quiet"}>
        {refused && <Icon name="warning" size={16} />} {refused || where}
      </span>
    </div>
  );
}
