import { keepPreviousData, type QueryKey, useQueries } from "@tanstack/react-query";

const size = 100;

export interface Paged<T> {
  /** How many there are in all. */
  total: number;
  items: T[];
}

interface Options<T> {
  /** Names what is listed; another name is another list. */
  queryKey: QueryKey;
  /** The first and last place in sight; none while first is after last. */
  first: number;
  last: number;
  fetch(offset: number, limit: number): Promise<Paged<T>>;
  /** What was read before under another name stays until the new is there. */
  stays?: boolean;
}

interface Pages<T> {
  /** Undefined until a page is there. */
  total: number | undefined;
  /** The item at a place, undefined while its page is under way. */
  item(index: number): T | undefined;
  error: unknown;
}

/** Reads the pages of a long list that are in sight, and keeps those seen before. */
export function usePages<T>({ queryKey, first, last, fetch, stays }: Options<T>): Pages<T> {
  const from = Math.floor(Math.max(0, first) / size);
  const until = last < first ? from - 1 : Math.floor(last / size);
  const numbers = Array.from({ length: until - from + 1 }, (_, i) => from + i);
  const pages = useQueries({
    queries: numbers.map((page) => ({
      queryKey: [...queryKey, "page", page],
      queryFn: () => fetch(page * size, size),
      placeholderData: keepPreviousData,
    })),
  });
  return {
    total: pages.find((p) => p.data)?.data?.total,
    item: (index) => {
      const page = pages[Math.floor(index / size) - from];
      return page?.isPlaceholderData && !stays ? undefined : page?.data?.items[index % size];
    },
    error: pages.find((p) => p.error)?.error,
  };
}
