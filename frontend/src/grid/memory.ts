import type { Place } from "./moves";

/** Where a person was in a list when they left it. */
export interface Left {
  place: Place;
  /** How far the layout was scrolled, down and to the side. */
  top: number;
  start: number;
  /** How wide its columns were by themselves. */
  fitted: Record<string, number>;
}

/** So many lists are remembered, the last ones. */
const most = 50;
const lists = new Map<string, Left>();

/** Remembers where a person leaves a list, for when they come back to it. */
export function leave(list: string, left: Left): void {
  lists.delete(list);
  lists.set(list, left);
  const [oldest] = lists.keys();
  if (lists.size > most && oldest !== undefined) lists.delete(oldest);
}

export function leftAt(list: string): Left | undefined {
  return lists.get(list);
}
