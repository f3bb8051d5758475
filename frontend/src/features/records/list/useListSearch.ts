import { useRouter, useSearch } from "@tanstack/react-router";
import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { schema, Table } from "../../../api";
import { type ListSearch, useLayout } from "../../../frame";
import { both, isEmpty, noFilter } from "../../../model";
import { pause } from "../../../ui";
import { firstChart } from "./firstChart";
import type { Views } from "./useViews";

const nothing: schema.Measure[] = [];

/** What goes back to how the view has it. */
const asSaved: ListSearch = {
  order: undefined,
  filter: undefined,
  own: undefined,
  columns: undefined,
  group: undefined,
  totals: undefined,
  chart: undefined,
};

/** What the list shows, which is kept in the address: going back leads to the list as it was. */
export function useListSearch(table: Table, views: Views) {
  const { navigate } = useRouter();
  const search = useSearch({ strict: false }) as ListSearch;
  const { q = "", filter = noFilter } = search;
  const current = views.of(search.view);
  const { view } = current;
  const mine = current.saved?.mine ?? false;
  const [remembered, remember] = useLayout<string[] | null>(
    `columns ${table.key}.${view.key}`,
    null,
  );
  const shown = useMemo(
    () => shownBy(table, view, search, remembered, mine),
    [table, view, search, remembered, mine],
  );

  const change = useCallback(
    (patch: ListSearch, replace = false) => {
      const next = (old: object) => ({ ...old, ...patch });
      void navigate({ to: ".", search: next, replace });
    },
    [navigate],
  );
  const typed = useWords(q, change);
  const set = useMemo(
    () => ({
      view: (key: string) => change({ ...asSaved, view: key, q: undefined }),
      order: (order: schema.Order[]) => change({ order }),
      filter: (next: schema.Filter) => change({ filter: isEmpty(next) ? undefined : next }, true),
      own: (own: schema.Filter) => change({ own }, true),
      group: (group: schema.GroupBy | null) => change({ group }),
      totals: (totals: schema.Measure[]) => change({ totals }, true),
      chart: (chart: schema.Chart | null) => change({ chart }, true),
    }),
    [change],
  );
  const setColumns = useCallback(
    (columns: string[] | undefined) => {
      remember(columns ?? null);
      change({ columns }, true);
    },
    [remember, change],
  );
  const forget = useCallback(() => remembered && remember(null), [remembered, remember]);
  const discard = useCallback(() => {
    forget();
    change(asSaved, true);
  }, [forget, change]);
  return useMemo(
    () => ({
      ...{ current, view, filter, shown, set, setColumns, forget, discard, search },
      ...typed,
    }),
    [current, view, filter, shown, set, setColumns, forget, discard, search, typed],
  );
}

export type ListState = ReturnType<typeof useListSearch>;

/**
 * What is shown of a view, and whether that is how it was saved. A look at the chart changes nothing of a view of
 * the program or of another person; another kind of chart, or taking away the one that was saved, does. In one's own
 * any chart that comes or goes is a change, for it can be saved there.
 */
export function shownBy(
  table: Table,
  view: schema.View,
  search: ListSearch,
  remembered: string[] | null,
  mine: boolean,
) {
  const { own, filter = noFilter, order = view.order, totals = view.totals ?? nothing } = search;
  const columns = search.columns ?? remembered ?? view.columns;
  const group = search.group === null ? undefined : (search.group ?? view.group);
  const chart = search.chart === null ? undefined : (search.chart ?? view.chart);
  const first = firstChart(table, view, columns);
  const changed =
    !isEmpty(filter) ||
    differs(own, view.filter) ||
    differs(order, view.order) ||
    differs(columns, view.columns) ||
    differs(totals, view.totals ?? nothing) ||
    JSON.stringify(group ?? null) !== JSON.stringify(view.group ?? null) ||
    (chart ? differs(chart, mine ? view.chart : first) : Boolean(view.chart));
  const conditions = own ?? view.filter;
  return {
    ...{ columns, order, group, totals, chart, changed, own: conditions, firstChart: first },
    /** The view as it stands, to be saved. */
    asView: {
      ...view,
      columns,
      order,
      group,
      totals,
      chart,
      filter: both(conditions, filter),
    } as schema.View,
    /** What Go is asked. */
    query: own ? { view: "", filter: both(own, filter) } : { view: view.key, filter },
  };
}

function differs(now: unknown, saved: unknown): boolean {
  return now !== undefined && JSON.stringify(now) !== JSON.stringify(saved);
}

/**
 * The words act at once; the page around the rows takes them in when the rows are there. The address follows when
 * the person pauses or turns elsewhere, and leads when it has changed. Later it would overtake the way to a record.
 */
function useWords(q: string, change: (patch: ListSearch, replace: boolean) => void) {
  const [words, show] = useState(q);
  const [given, give] = useState(0);
  const said = useRef(q);
  const sent = useRef(q);
  const settling = useRef(0);
  const showWords = useCallback(() => show(said.current), []);
  const settleWords = useCallback(() => {
    clearTimeout(settling.current);
    showWords();
    if (said.current === sent.current) return;
    sent.current = said.current;
    change({ q: said.current || undefined }, true);
  }, [change, showWords]);
  /** Rows that have these words have been asked for. */
  const sayWords = useCallback(
    (next: string) => {
      said.current = next;
      clearTimeout(settling.current);
      settling.current = window.setTimeout(settleWords, pause);
    },
    [settleWords],
  );
  const setWords = useCallback(
    (next: string) => {
      sayWords(next);
      startTransition(() => {
        showWords();
        give((times) => times + 1);
      });
    },
    [sayWords, showWords],
  );
  useEffect(() => {
    if (q === sent.current) return;
    sent.current = q;
    setWords(q);
  }, [q, setWords]);
  useEffect(() => () => clearTimeout(settling.current), []);
  return useMemo(
    () => ({ words, given, sayWords, showWords, setWords, settleWords }),
    [words, given, sayWords, showWords, setWords, settleWords],
  );
}
