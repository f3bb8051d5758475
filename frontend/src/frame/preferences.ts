import {
  hashKey,
  type QueryClient,
  QueryObserver,
  queryOptions,
  useQueryClient,
} from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import { type api, Preferences } from "../api";
import { setDisplay } from "../ui";
import { keys } from "./queries";

export const usual: api.Settings = {
  theme: "system",
  density: "comfortable",
  locale: "",
  weekStart: "",
  who: "",
  backups: { every: "day", keep: 10, folder: "" },
  layouts: {},
};

export const preferencesQuery = queryOptions({ queryKey: keys.preferences, queryFn: read });

/** One person's settings on this machine, and how to change some of them. */
export function usePreferences(): [api.Settings, (patch: Partial<api.Settings>) => Promise<void>] {
  const client = useQueryClient();
  const settings = useSettings(client);
  const change = useCallback((patch: Partial<api.Settings>) => save(client, patch), [client]);
  return [settings, change];
}

const observe = (client: QueryClient) => new QueryObserver(client, preferencesQuery);
const observers = new WeakMap<QueryClient, ReturnType<typeof observe>>();
const preferencesHash = hashKey(keys.preferences);

/** The settings by one observer for all: everything on screen asks for them, with every keystroke. */
function useSettings(client: QueryClient): api.Settings {
  const subscribe = useCallback(
    (listener: () => void) => {
      const observer = observers.get(client) ?? observe(client);
      observers.set(client, observer);
      return observer.subscribe(listener);
    },
    [client],
  );
  return useSyncExternalStore(
    subscribe,
    () => client.getQueryCache().get<api.Settings>(preferencesHash)?.state.data ?? usual,
  );
}

/** What the page remembers under a name: column widths, a pane that is closed. */
export function useLayout<T>(name: string, initial: T): [T, (next: T) => void] {
  const client = useQueryClient();
  const [settings] = usePreferences();
  const set = useCallback(
    (next: T) => {
      const layouts = { ...current(client).layouts, [name]: JSON.stringify(next) };
      save(client, { layouts }).catch(() => {}); // a width that is not remembered harms nobody
    },
    [client, name],
  );
  return [parse(settings.layouts?.[name], initial), set];
}

/** The sites whose addresses open without asking, and how to change them. */
export const useTrustedSites = () => useLayout<string[]>("trusted-sites", []);

/** What useLayout gives, just now. */
export function layoutOf<T>(client: QueryClient, name: string, initial: T): T {
  return parse(current(client).layouts?.[name], initial);
}

function current(client: QueryClient): api.Settings {
  return client.getQueryData<api.Settings>(keys.preferences) ?? usual;
}

async function read(): Promise<api.Settings> {
  const settings = await Preferences.Get();
  setDisplay(settings.locale, settings.weekStart);
  return settings;
}

/** Shows the change at once, and keeps it. */
async function save(client: QueryClient, patch: Partial<api.Settings>): Promise<void> {
  const next = { ...current(client), ...patch };
  setDisplay(next.locale, next.weekStart);
  client.setQueryData(keys.preferences, next);
  await Preferences.Set(next);
}

function parse<T>(text: string | undefined, initial: T): T {
  if (text === undefined) return initial;
  try {
    return JSON.parse(text) as T;
  } catch {
    return initial;
  }
}
