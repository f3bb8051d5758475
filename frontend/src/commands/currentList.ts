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
  /** Which of its rows are selected, and how many. */
  selection?: { records: api.Selection; count: number };
}

let current: CurrentList | undefined;
const listeners = new Set<() => void>();

/** Who types into a list is not told of it at every letter. */
const settled = 150;
let telling: ReturnType<typeof setTimeout> | undefined;

function set(list: CurrentList | undefined): void {
  const shows = list?.title !== current?.title;
  current = list;
  clearTimeout(telling);
  if (shows) tell();
  else telling = setTimeout(tell, settled);
}

function tell(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says which list is on screen while the caller is mounted. */
export function useOfferList(list: CurrentList): void {
  const text = JSON.stringify(list);
  useEffect(() => set(JSON.parse(text) as CurrentList), [text]);
  useEffect(() => () => set(undefined), []);
}

/** The list on screen just now, undefined on other pages. */
export const currentList = (): CurrentList | undefined => current;

/** The same for what shows it: it hears of another list at once, and of other rows when they have settled. */
export function useCurrentList(): CurrentList | undefined {
  return useSyncExternalStore(subscribe, currentList);
}
