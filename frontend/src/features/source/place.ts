// What was decided stays where it was, so that nothing slides under the mouse.
import type { api } from "../../api";

/** What became of a value that somebody decided about. */
export type Outcome = "accepted" | "declined";

/** What was decided about entries that were on screen, by their ids. */
export type Outcomes = ReadonlyMap<string, Outcome>;

/**
 * The entries as they were, with what is known of them now: those that were decided about keep their place, others that
 * wait no more go, new ones follow.
 */
export function inPlace(
  before: readonly api.QueueEntry[],
  now: readonly api.QueueEntry[],
  outcomes: Outcomes,
): api.QueueEntry[] {
  const waiting = new Map(now.map((entry) => [entry.id, entry]));
  const known = new Set(before.map(({ id }) => id));
  const stays = before.flatMap((entry) => {
    const still = waiting.get(entry.id) ?? (outcomes.has(entry.id) ? entry : undefined);
    return still ?? [];
  });
  return [...stays, ...now.filter(({ id }) => !known.has(id))];
}
