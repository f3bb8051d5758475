import { useRef, useState } from "react";
import type { api } from "../../api";
import { inPlace, type Outcomes } from "./place";

const nothing: Outcomes = new Map();

/** The entries of a list with those that were decided about in their places, until another list is asked for. */
export function useInPlace(list: string, now: readonly api.QueueEntry[]) {
  const [decided, setDecided] = useState({ list, outcomes: nothing });
  const shown = useRef<{ list: string; entries: api.QueueEntry[] }>({ list, entries: [] });
  const outcomes = decided.list === list ? decided.outcomes : nothing;
  const before = shown.current.list === list ? shown.current.entries : [];
  const entries = inPlace(before, now, outcomes);
  shown.current = { list, entries };
  const waits = new Set(now.map(({ id }) => id));
  return {
    entries,
    /** What became of an entry, undefined while it waits. */
    outcome: (id: string) => (waits.has(id) ? undefined : outcomes.get(id)),
    onDecided: (ids: readonly string[], accept: boolean) =>
      setDecided({
        list,
        outcomes: new Map([
          ...outcomes,
          ...ids.map((id) => [id, accept ? "accepted" : "declined"] as const),
        ]),
      }),
  };
}
