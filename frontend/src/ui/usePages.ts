import { type QueryKey, usePrefetchQuery, useQueries, useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";

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
  /** Undefined until a page is there; of a list read anew what it was. */
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
    queries: numbers.map((page) => pageOf({ queryKey, fetch }, page)),
  });
  const read = pages.map((p) => p.data);
  const before = useBefore(from, read);
  const total = read.find((page) => page)?.total;
  return {
    total: total ?? before.total,
    item: (index) => {
      const page = Math.floor(index / size);
      return (read[page - from] ?? (stays ? before.pages.get(page) : undefined))?.items[
        index % size
      ];
    },
    error: pages.find((p) => p.error)?.error,
  };
}

/** Reads the first page of a list that is likely to be looked at next, at once and whenever it has changed. */
export function useFirstPage<T>(list: Pick<Options<T>, "queryKey" | "fetch">): void {
  const page = pageOf(list, 0);
  usePrefetchQuery(page);
  useQuery(page);
}

function pageOf<T>({ queryKey, fetch }: Pick<Options<T>, "queryKey" | "fetch">, page: number) {
  return {
    queryKey: [...queryKey, "page", page],
    queryFn: () => fetch(page * size, size),
  };
}

interface Before<T> {
  total: number | undefined;
  pages: Map<number, Paged<T>>;
}

/** What was read last, under whichever name: a list that is read anew keeps its length meanwhile. */
function useBefore<T>(from: number, read: (Paged<T> | undefined)[]): Before<T> {
  const before = useRef<Before<T>>({ total: undefined, pages: new Map() });
  useEffect(() => {
    read.forEach((page, i) => {
      if (!page) return;
      before.current.total = page.total;
      before.current.pages.set(from + i, page);
    });
  });
  return before.current;
}
