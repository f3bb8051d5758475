import { useEffect, useSyncExternalStore } from "react";
import type { api } from "../api";

/** The list on screen, for what acts on lists without knowing who shows them. */
export interface CurrentList {
  /** What it is called: its view's name. */
  title: string;
  /** What it shows, with the columns as they stand; offset and limit do not matter. */
  query: api.Query;
  /** How many records it has, undefined before that is known. */
  total?: number;
}

let current: CurrentList | undefined;
const listeners = new Set<() => void>();

function set(list: CurrentList | undefined): void {
  current = list;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says which list is on screen while the caller is mounted. */
export function useOfferList(list: CurrentList): void {
  const text = JSON.stringify(list);
  useEffect(() => {
    const offered = JSON.parse(text) as CurrentList;
    set(offered);
    return () => {
      if (current === offered) set(undefined);
    };
  }, [text]);
}

/** The list on screen, undefined on other pages. */
export function useCurrentList(): CurrentList | undefined {
  return useSyncExternalStore(subscribe, () => current);
}
