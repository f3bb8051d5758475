import type { KeyboardEvent } from "react";
import type { TreeLine } from "./nodes";
import type { Marks } from "./useMarks";

interface Acts {
  lines: readonly TreeLine[];
  at: number;
  page: number;
  go(at: number): void;
  toggle(id: string, open: boolean): void;
  open(line: TreeLine): void;
  marks: Pick<Marks, "any" | "toggle" | "extend" | "clear">;
}

/** What the keys do in a tree, as trees are used everywhere; true where one has done its work. */
export function onTreeKey(event: KeyboardEvent, { lines, at, page, ...acts }: Acts): boolean {
  const line = lines[at];
  if (!line) return false;
  const go = (to: number) => acts.go(Math.max(0, Math.min(to, lines.length - 1)));
  if (onMarkKey(event, line, { at, go, marks: acts.marks, last: lines.length - 1 })) return true;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const keys: Record<string, () => void> = {
    ArrowDown: () => go(at + 1),
    ArrowUp: () => go(at - 1),
    PageDown: () => go(at + page),
    PageUp: () => go(at - page),
    Home: () => go(0),
    End: () => go(lines.length - 1),
    ArrowRight: () => (line.open === false ? acts.toggle(line.id, true) : line.open && go(at + 1)),
    ArrowLeft: () => (line.open ? acts.toggle(line.id, false) : go(aboveOf(lines, at))),
    Enter: () => acts.open(line),
    " ": () => line.open !== undefined && acts.toggle(line.id, !line.open),
  };
  const act = keys[event.key];
  if (act) act();
  else if (!isLetter(event.key)) return false;
  else go(nextWith(lines, at, event.key));
  return true;
}

interface Marking extends Pick<Acts, "at" | "go" | "marks"> {
  last: number;
}

/** Ctrl and the space bar mark a line, Shift and an arrow the lines that one goes along; Escape takes the marks away. */
function onMarkKey(
  event: KeyboardEvent,
  line: TreeLine,
  { at, go, marks, last }: Marking,
): boolean {
  const by = event.shiftKey ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : undefined;
  if (by) {
    const to = Math.max(0, Math.min(at + by, last));
    marks.extend(to);
    go(to);
  } else if (event.key === " " && (event.ctrlKey || event.metaKey)) marks.toggle(line);
  else if (event.key === "Escape" && marks.any) marks.clear();
  else return false;
  return true;
}

const isLetter = (key: string) => /^[\p{L}\p{N}]$/u.test(key);

/** The line that another lies below; itself for the first. */
function aboveOf(lines: readonly TreeLine[], at: number): number {
  const level = lines[at]?.level ?? 1;
  for (let up = at - 1; up >= 0; up--) if ((lines[up]?.level ?? 1) < level) return up;
  return at;
}

/** The next line whose name begins with a letter, from the start again after the last; where there is none, the same. */
function nextWith(lines: readonly TreeLine[], at: number, letter: string): number {
  const begins = (n: number) => lines[n]?.name.toLowerCase().startsWith(letter.toLowerCase());
  for (let step = 1; step <= lines.length; step++) {
    const n = (at + step) % lines.length;
    if (begins(n)) return n;
  }
  return at;
}
