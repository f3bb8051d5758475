import type { api } from "../../api";

/** A record in its place of a hierarchy. */
export interface TreeNode {
  row: api.Row;
  /** The node above it; undefined at the top. */
  above: TreeNode | undefined;
  below: TreeNode[];
  /** What the record lies below, where that is shown nowhere in the tree; "" else. */
  elsewhere: string;
}

/** A line of a tree as it stands: the record that all lies below first, then what is in sight of the rest. */
export interface TreeLine {
  id: string;
  name: string;
  node: TreeNode | undefined;
  /** From 1, which the first line alone has. */
  level: number;
  /** Its place among its siblings, from 1, and how many they are. */
  place: number;
  of: number;
  /** Undefined where nothing lies below. */
  open: boolean | undefined;
}

/** Puts rows, which have their order, below one another; what lies below none of them is at the top. */
export function grow(rows: readonly api.Row[], parent: string, root: string): TreeNode[] {
  const nodes = new Map<string, TreeNode>();
  for (const row of rows) nodes.set(row.id, { row, above: undefined, below: [], elsewhere: "" });
  const top: TreeNode[] = [];
  for (const node of nodes.values()) {
    const { values, display } = node.row;
    const up = String(values[parent] ?? "");
    node.above = nodes.get(up);
    if (up && up !== root && !node.above) node.elsewhere = display[parent] ?? "";
    (node.above?.below ?? top).push(node);
  }
  return top;
}

/** The lines of a tree of which some nodes are closed. */
export function linesOf(
  top: readonly TreeNode[],
  root: { id: string; name: string },
  closed: ReadonlySet<string>,
): TreeLine[] {
  const open = (id: string, below: readonly TreeNode[]) =>
    below.length > 0 ? !closed.has(id) : undefined;
  const first = { ...root, node: undefined, level: 1, place: 1, of: 1, open: open(root.id, top) };
  const lines: TreeLine[] = [first];
  const add = (nodes: readonly TreeNode[], level: number) => {
    nodes.forEach((node, i) => {
      const { id, name } = node.row;
      const line = { id, name, node, level, place: i + 1, of: nodes.length };
      lines.push({ ...line, open: open(id, node.below) });
      if (!closed.has(id)) add(node.below, level + 1);
    });
  };
  if (first.open) add(top, 2);
  return lines;
}

/** Every node, those above before those below. */
export function allNodes(top: readonly TreeNode[]): TreeNode[] {
  return top.flatMap((node) => [node, ...allNodes(node.below)]);
}

/** The nodes to close at first, so that whole levels are in sight and not many more lines than asked. */
export function startClosed(top: readonly TreeNode[], most: number): Set<string> {
  let level = [...top];
  let shown = level.length;
  while (level.length > 0) {
    const next = level.flatMap(({ below }) => below);
    if (shown + next.length > most) return closedFrom(level);
    shown += next.length;
    level = next;
  }
  return new Set();
}

function closedFrom(level: readonly TreeNode[]): Set<string> {
  const parents = allNodes(level).filter(({ below }) => below.length > 0);
  return new Set(parents.map(({ row }) => row.id));
}

/** The names of what is above a node, the top first. */
export function pathOf(node: TreeNode): string[] {
  return node.above ? [...pathOf(node.above), node.above.row.name] : [];
}

/** Nodes without those that lie below others of them. */
export function uppermost(nodes: readonly TreeNode[]): TreeNode[] {
  const all = new Set(nodes);
  const isBelow = (node: TreeNode) => {
    for (let up = node.above; up; up = up.above) if (all.has(up)) return true;
    return false;
  };
  return nodes.filter((node) => !isBelow(node));
}

/** Why nodes cannot be put below another, or at the top where there is no other; "" where they can. */
export function whyNot(nodes: readonly TreeNode[], to: TreeNode | undefined): string {
  for (const node of nodes) {
    const why = circle(node, to);
    if (why) return why;
  }
  if (!nodes.every((node) => liesThere(node, to))) return "";
  return nodes[1] ? "They lie there already" : `“${nodes[0]?.row.name}” lies there already`;
}

/** Whether a node is where it is to be put. */
export const liesThere = (node: TreeNode, to: TreeNode | undefined) =>
  to === node.above && !node.elsewhere;

function circle(node: TreeNode, to: TreeNode | undefined): string {
  if (to === node) return `“${node.row.name}” cannot lie below itself`;
  for (let up = to?.above; up; up = up.above)
    if (up === node) return `That lies below “${node.row.name}”: it would make a circle`;
  return "";
}
