import { useCallback, useMemo, useState } from "react";
import { type TreeLine, type TreeNode, uppermost } from "./nodes";

const none: ReadonlySet<string> = new Set();

/** The lines of a tree that are marked, to be moved at once. */
export function useMarks(lines: readonly TreeLine[], at: number) {
  const [ids, setIds] = useState(none);
  const here = lines[at];
  const marked = useMemo(
    () => lines.flatMap(({ id, node }) => (node && ids.has(id) ? [node] : [])),
    [lines, ids],
  );
  /** Marks a line or takes its mark; the first mark takes along the line where the person is. */
  const toggle = useCallback(
    (line: TreeLine) => {
      const next = new Set(ids.size === 0 && here?.node ? [here.id] : ids);
      if (line.node && !ids.has(line.id)) next.add(line.id);
      else next.delete(line.id);
      setIds(next);
    },
    [ids, here],
  );
  /** Marks all lines from where the person is to another. */
  const extend = useCallback(
    (to: number) => {
      const range = lines.slice(Math.min(at, to), Math.max(at, to) + 1);
      setIds(new Set([...ids, ...range.flatMap(({ id, node }) => (node ? [id] : []))]));
    },
    [lines, at, ids],
  );
  const clear = useCallback(() => setIds(none), []);
  /** What moves when a line does: all that is marked where it is one of them. What lies below others comes with those. */
  const movedWith = useCallback(
    (line: TreeLine | undefined): TreeNode[] => {
      if (!line?.node) return [];
      return ids.has(line.id) ? uppermost(marked) : [line.node];
    },
    [ids, marked],
  );
  const isMarked = useCallback((id: string) => ids.has(id), [ids]);
  const moved = marked.length > 0 ? uppermost(marked) : movedWith(here);
  return { any: marked.length > 0, isMarked, toggle, extend, clear, movedWith, moved };
}

export type Marks = ReturnType<typeof useMarks>;
