import { keepPreviousData, useQueries } from "@tanstack/react-query";

export const pageSize = 100;

export interface Paged<T> {
  total: number;
  items: T[];
}

interface Options<T> {
  /** Names what is listed; another name is another list. */
  name: readonly unknown[];
  fetch(offset: number, limit: number): Promise<Paged<T>>;
  /** What was read before under another name stays until the new is there. */
  stays?: boolean;
  /** The first and last place on screen. */
  from: number;
  to: number;
}

interface Pages<T> {
  /** Undefined until the first page is there. */
  total: number | undefined;
  item(index: number): T | undefined;
  error: unknown;
}

/** Reads the pages of a long list that are on screen; pages seen before are at hand. */
export function usePages<T>({ name, fetch, stays, from, to }: Options<T>): Pages<T> {
  const first = Math.floor(Math.max(0, from) / pageSize);
  const last = Math.floor(Math.max(0, to) / pageSize);
  const pages = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const results = useQueries({
    queries: pages.map((page) => ({
      queryKey: ["import", ...name, page],
      queryFn: () => fetch(page * pageSize, pageSize),
      placeholderData: keepPreviousData,
      gcTime: 60_000,
    })),
  });
  return {
    total: results.find((r) => r.data)?.data?.total,
    item: (index) => {
      const page = results[Math.floor(index / pageSize) - first];
      if (page?.isPlaceholderData && !stays) return undefined;
      return page?.data?.items[index % pageSize];
    },
    error: results.find((r) => r.error)?.error,
  };
}
