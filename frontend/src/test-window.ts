// A stand-in for what the window gives the page: bound methods and events, for tests only.
import type { api, schema } from "./api";

type Method = (...args: never[]) => unknown;
export type Methods = Record<string, Record<string, Method>>;

export const emptyState: api.State = {
  open: false,
  path: "",
  name: "",
  records: 0,
  seq: 0,
  who: "Ada",
  version: "1.0.0",
  recent: [],
  counts: {},
  encrypted: false,
  scratch: false,
  standing: { reading: "", noted: false, free: false, gone: "", mishap: "", backupFault: "" },
};

const emptyModel: schema.Model = {
  tables: [],
  internal: [],
  choices: [],
  forms: [],
  views: [],
  charts: [],
  dashboards: [],
  apps: [{ key: "app", app: "App", areas: [{ label: "Area", groups: [] }] }],
};

const always: Methods = {
  Catalogue: { State: () => emptyState },
  Model: { Get: () => emptyModel },
  Preferences: {
    Get: () => ({ theme: "light", density: "comfortable", who: "Ada", layouts: {} }),
    Set: (settings: never) => settings,
  },
  Window: { SetDirty: () => undefined, Quit: () => undefined, OpenLink: () => undefined },
};

/** Installs methods over the usual ones; what throws rejects. The answer sends events. */
export function fakeWindow(methods: Methods = {}): (event: string, payload: unknown) => void {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const services: Record<string, Record<string, Method>> = {};
  for (const name of new Set([...Object.keys(always), ...Object.keys(methods)]))
    services[name] = asynchronous({ ...always[name], ...methods[name] });
  const EventsOnMultiple = (event: string, listener: (payload: unknown) => void) => {
    const set = listeners.get(event) ?? new Set();
    listeners.set(event, set.add(listener));
    return () => set.delete(listener);
  };
  Object.assign(window, { go: { api: services }, runtime: { EventsOnMultiple } });
  return (event, payload) => {
    for (const listener of listeners.get(event) ?? []) listener(payload);
  };
}

function asynchronous(service: Record<string, Method>): Record<string, Method> {
  return Object.fromEntries(
    Object.entries(service).map(([name, call]) => [
      name,
      async (...args: never[]) => call(...args),
    ]),
  );
}
