import type { api } from "../../api";

/** Two records by their ids. */
export interface Pair {
  a: string;
  b: string;
}

/** A group as it is shown: without the pairs that have just been decided. */
export type Shown = api.DuplicateGroup;

export const pairOf = ({ records }: Shown, { a, b }: api.DuplicatePair): Pair => ({
  a: records[a]?.id ?? "",
  b: records[b]?.id ?? "",
});

export const isPair = (one: Pair, other: Pair | undefined) =>
  one.a === other?.a && one.b === other.b;

export const groupKey = ({ records }: Shown) => records.map(({ id }) => id).join(" ");

/** What is gone or told apart already, until all is compared anew. */
export interface Decided {
  /** Ids of records that were merged into others. */
  gone: string[];
  apart: Pair[];
}

/** The groups without what has just been decided; a group without pairs is none. */
export function undecided(groups: Shown[], { gone, apart }: Decided): Shown[] {
  return groups
    .map((group) => ({
      ...group,
      pairs: group.pairs.filter((each) => {
        const pair = pairOf(group, each);
        const isGone = gone.includes(pair.a) || gone.includes(pair.b);
        return !isGone && !apart.some((other) => isPair(pair, other));
      }),
    }))
    .filter(({ pairs }) => pairs.length > 0) as Shown[];
}
