import type { api } from "../../api";

export type Group = api.DuplicateGroup;

export const idsOf = ({ records }: Group): string[] => records.map(({ id }) => id);

/** The same for the same records, in whatever order they are found. */
export const groupKey = (ids: string[]): string => [...ids].sort().join(" ");

/** Records about which somebody has just decided. */
export interface Decision {
  ids: string[];
  /** Those that are merged into another. */
  gone: string[];
  /** The change set that did it. */
  seq: number;
}

/** The groups as they were found at a change set, without those that have been decided since. */
export function undecided(groups: Group[], decisions: Decision[], seq: number): Group[] {
  const since = decisions.filter((decision) => decision.seq > seq);
  const keys = new Set(since.map(({ ids }) => groupKey(ids)));
  const gone = new Set(since.flatMap((decision) => decision.gone));
  return groups.filter((group) => {
    const ids = idsOf(group);
    return !keys.has(groupKey(ids)) && !ids.some((id) => gone.has(id));
  });
}

/** The group to go on with when one is decided: the one below it, else the one above. */
export function nextOf(groups: Group[], ids: string[]): Group | undefined {
  const at = groups.findIndex((group) => groupKey(idsOf(group)) === groupKey(ids));
  return groups[at + 1] ?? groups[at - 1];
}
