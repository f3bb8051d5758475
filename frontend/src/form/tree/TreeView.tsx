import { useVirtualizer } from "@tanstack/react-virtual";
import { type MouseEvent, useEffect, useId, useRef } from "react";
import type { Field } from "../../api";
import { usePreferences } from "../../frame";
import { Icon } from "../../ui";
import type { TreeNode } from "./nodes";
import { TreeRow } from "./TreeRow";
import { onTreeKey } from "./treeKeys";
import type { Tree } from "./useTree";
import { type Dragged, useTreeDrag } from "./useTreeDrag";

interface TreeViewProps {
  tree: Tree;
  label: string;
  fields: readonly Field[];
  icon: string;
  /** Nothing can be moved now. */
  fixed: boolean;
  onOpen(id: string): void;
  onMove(node: TreeNode, to: TreeNode | undefined): void;
}

/** How many lines a tree grows to before it scrolls. */
const mostLines = 16;

/** The lines of a tree: walked by the keys, opened and closed, dragged below one another. */
export function TreeView({ tree, label, fields, icon, fixed, onOpen, onMove }: TreeViewProps) {
  const { lines, at, setActive, toggle } = tree;
  const prefix = useId();
  const scroller = useRef<HTMLDivElement>(null);
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
  const { dragged, grab, wasDragged } = useTreeDrag({
    lines,
    fixed,
    onDrop: onMove,
    onHover: (id) => toggle(id, true),
  });
  const go = (to: number) => {
    const line = lines[to];
    if (!line) return;
    setActive(line.id);
    rows.scrollToIndex(to);
  };
  const standing = lines[at] && `${prefix}-${lines[at].id}`;
  useEffect(() => {
    if (standing && document.activeElement === scroller.current)
      document.getElementById(standing)?.scrollIntoView({ block: "nearest" });
  }, [standing]);
  const hit = (event: MouseEvent) => {
    const target = event.target as Element;
    const index = Number(target.closest<HTMLElement>("[data-line]")?.dataset.line ?? -1);
    return { index, line: lines[index], target };
  };
  function onMouseDown(event: MouseEvent) {
    const { index, line, target } = hit(event);
    if (event.button !== 0 || !line) return;
    event.preventDefault(); // the tree keeps the focus, and dragging marks no text
    scroller.current?.focus({ preventScroll: true });
    go(index);
    if (target.closest("[data-twist]") && line.open !== undefined) toggle(line.id, !line.open);
    else grab(event, line);
  }
  function onClick(event: MouseEvent) {
    const { line, target } = hit(event);
    if (line?.node && !wasDragged() && target.closest("[data-open]")) onOpen(line.id);
  }
  function dropOn(id: string): "" | "may" | "mayNot" {
    if (dragged?.over?.id !== id) return "";
    return dragged.refused ? "mayNot" : "may";
  }
  return (
    <div className="tree">
      <Head fields={fields} />
      <div
        ref={scroller}
        role="tree"
        aria-label={label}
        aria-activedescendant={standing}
        tabIndex={0}
        className={dragged ? "tree-scroll tree-dragging" : "tree-scroll"}
        style={{ height: Math.min(lines.length, mostLines) * height }}
        onKeyDown={(event) => {
          const open = (line: { id: string; node: unknown }) => line.node && onOpen(line.id);
          if (onTreeKey(event, { lines, at, page: mostLines - 1, go, toggle, open }))
            event.preventDefault();
        }}
        onMouseDown={onMouseDown}
        onClick={onClick}
      >
        <div role="presentation" style={{ height: rows.getTotalSize(), position: "relative" }}>
          {sight(
            rows.getVirtualItems().map(({ index }) => index),
            at,
            lines.length,
          ).map((index) => {
            const line = lines[index];
            return (
              line && (
                <TreeRow
                  key={line.id}
                  id={`${prefix}-${line.id}`}
                  {...{ line, index, fields, icon }}
                  top={index * height}
                  active={index === at}
                  drop={dropOn(line.id)}
                />
              )
            );
          })}
        </div>
      </div>
      {dragged && <Carried dragged={dragged} />}
    </div>
  );
}

/** The lines to render: those in sight, and the one that the person is on. */
function sight(shown: number[], at: number, total: number): number[] {
  return shown.includes(at) || at >= total ? shown : [...shown, at];
}

/** What the columns are; each line says so of its own, too. */
function Head({ fields }: { fields: readonly Field[] }) {
  return (
    <div className="tree-line tree-head" aria-hidden>
      <span className="tree-name">Name</span>
      {fields.map(({ key, label }) => (
        <span key={key} className="tree-cell ellipsis" title={label}>
          {label}
        </span>
      ))}
    </div>
  );
}

/** What is dragged, beside the pointer, and what would come of letting it go. */
function Carried({ dragged: { node, over, refused, x, y } }: { dragged: Dragged }) {
  const below = over?.node ? `Move below “${over.name}”` : "Move to the top";
  const where = over ? below : "Drop it on what it shall lie below";
  return (
    <div className="tree-carried" style={{ left: x + 12, top: y + 12 }}>
      <strong className="ellipsis">{node.row.name}</strong>
      <span className={refused ? "tree-refused" : "quiet"}>
        {refused && <Icon name="warning" size={16} />} {refused || where}
      </span>
    </div>
  );
}
