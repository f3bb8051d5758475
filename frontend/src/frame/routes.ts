import type { api, schema } from "../api";

/** What a list's address holds besides its table. */
export interface ListSearch {
  view?: string;
  /** The text that rows must contain. */
  q?: string;
  order?: schema.Order[];
  /** Narrows the view further. */
  filter?: schema.Filter;
  /** Stands in place of the view's own conditions. */
  own?: schema.Filter;
  columns?: string[];
  /** By what rows stand together; null where the view's own grouping is taken away. */
  group?: schema.GroupBy | null;
  totals?: schema.Measure[];
  /** What is drawn beside the rows; null where the view's own chart is taken away. */
  chart?: schema.Chart | null;
}

/** What a record's address holds besides its table and id. */
export interface RecordSearch {
  tab?: string;
  /** Values that a new record starts with, by field key. */
  defaults?: Record<string, unknown>;
  /** The id of the record that a new one is a copy of. */
  copyOf?: string;
}

/** A list as its records are asked for. */
export type RecordList = Omit<api.Query, "columns" | "offset" | "limit">;

declare module "@tanstack/react-router" {
  interface HistoryState {
    /** The list that a record was opened from. */
    list?: RecordList;
    /** The command that stepped to this record from the one beside it. */
    stepped?: string;
  }
}

export interface ImportSearch {
  paths?: string[];
}

type Search = Record<string, unknown>;

const text = (value: unknown) =>
  value === undefined || value === "" || value === null ? undefined : String(value);
const object = (value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;

const list = <T>(value: unknown) => (Array.isArray(value) ? (value as T[]) : undefined);

export function listSearch(search: Search): ListSearch {
  return {
    view: text(search.view),
    q: text(search.q),
    order: list<schema.Order>(search.order),
    filter: object(search.filter) as schema.Filter | undefined,
    own: object(search.own) as schema.Filter | undefined,
    columns: list<unknown>(search.columns)?.map(String),
    group: search.group === null ? null : (object(search.group) as schema.GroupBy | undefined),
    totals: list<schema.Measure>(search.totals),
    chart: search.chart === null ? null : (object(search.chart) as schema.Chart | undefined),
  };
}

export function recordSearch(search: Search): RecordSearch {
  return {
    tab: text(search.tab),
    defaults: object(search.defaults) as Record<string, unknown> | undefined,
    copyOf: text(search.copyOf),
  };
}

export interface HistorySearch {
  /** The number of the change set shown; the newest without. */
  set?: number;
  /** True for imports alone. */
  imports?: boolean;
}

export function historySearch(search: Search): HistorySearch {
  const set = Number(search.set);
  return { set: set > 0 ? set : undefined, imports: search.imports === true || undefined };
}

export interface DuplicatesSearch {
  /** The ids of the records that are compared; the likeliest group without. */
  ids?: string[];
}

export function duplicatesSearch({ ids }: Search): DuplicatesSearch {
  return { ids: Array.isArray(ids) && ids.length > 1 ? ids.map(String) : undefined };
}

export interface WaitingSearch {
  /** How the values wait: "proposed" without. */
  kind?: string;
  source?: string;
  table?: string;
  q?: string;
}

export function waitingSearch({ kind, source, table, q }: Search): WaitingSearch {
  return { kind: text(kind), source: text(source), table: text(table), q: text(q) };
}

export function importSearch(search: Search): ImportSearch {
  return { paths: Array.isArray(search.paths) ? search.paths.map(String) : undefined };
}
