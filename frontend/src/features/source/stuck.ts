import type { api } from "../../api";

type Listed = Pick<api.QueuePage, "entries" | "total">;

/** Why nothing of what a decision is about can be accepted, "" when something can or is not known. */
export function stuckOf({ entries, total }: Listed, ids: string[]): string {
  const about = ids.length > 0 ? entries.filter(({ id }) => ids.includes(id)) : entries;
  const known = ids.length > 0 || total === entries.length;
  return known && about.every(({ stuck }) => stuck !== "") ? (about[0]?.stuck ?? "") : "";
}
