import { useRouter, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useRef, useState } from "react";
import type { schema } from "../../../api";
import type { ListSearch } from "../../../frame";
import { useModel } from "../../../model";

/** Typed words are written into the address once the person has paused for so long. */
const settled = 400;

const noFilter: schema.Filter = {};

/** What the list shows, which is kept in the address: going back leads to the list as it was. */
export function useListSearch(table: string) {
  const model = useModel();
  const { navigate } = useRouter();
  const { view: key, q = "", order, filter } = useSearch({ strict: false }) as ListSearch;
  const view = model.view(table, key);

  const change = useCallback(
    (patch: ListSearch, replace = false) => {
      const search = (old: object) => ({ ...old, ...patch });
      void navigate({ to: ".", search, replace });
    },
    [navigate],
  );
  const [words, setWords] = useWords(q, change);
  const setView = useCallback(
    (next: string) => change({ view: next, q: undefined, order: undefined, filter: undefined }),
    [change],
  );
  const setOrder = useCallback((next: schema.Order[]) => change({ order: next }), [change]);
  const setFilter = useCallback(
    (next: schema.Filter) => {
      const some = next.conditions?.length || next.groups?.length;
      change({ filter: some ? next : undefined }, true);
    },
    [change],
  );
  return {
    ...{ view, words, order: order ?? view.order, filter: filter ?? noFilter },
    ...{ setView, setWords, setOrder, setFilter },
  };
}

/** The words act at once; the address follows when the person pauses, and leads when it has changed. */
function useWords(q: string, change: (patch: ListSearch, replace: boolean) => void) {
  const [words, setWords] = useState(q);
  const sent = useRef(q);
  useEffect(() => {
    if (q === sent.current) return;
    sent.current = q;
    setWords(q);
  }, [q]);
  useEffect(() => {
    if (words === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = words;
      change({ q: words || undefined }, true);
    }, settled);
    return () => clearTimeout(timer);
  }, [words, change]);
  return [words, setWords] as const;
}
