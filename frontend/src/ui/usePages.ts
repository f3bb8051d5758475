import { type QueryKey, useQueries } from "@tanstack/react-query";

interface Options<T> {
  queryKey: QueryKey;
  /** How many items a page holds. */
  size: number;
  /** The items in sight; none while first is after last. */
  first: number;
  last: number;
  fetch(offset: number, limit: number): Promise<T[]>;
}

interface Pages<T> {
  /** The item at a place, undefined while its page is under way. */
  item(index: number): T | undefined;
  error: unknown;
}

/** Reads the pages of a long list that are in sight, and keeps those seen before. */
export function usePages<T>({ queryKey, size, first, last, fetch }: Options<T>): Pages<T> {
  const from = Math.floor(first / size);
  const until = last < first ? from - 1 : Math.floor(last / size);
  const numbers = Array.from({ length: until - from + 1 }, (_, i) => from + i);
  const pages = useQueries({
    queries: numbers.map((page) => ({
      queryKey: [...queryKey, "page", page],
      queryFn: () => fetch(page * size, size),
    })),
  });
  return {
    item: (index) => pages[Math.floor(index / size) - from]?.data?.[index % size],
    error: pages.find((p) => p.error)?.error,
  };
}
