import { useCallback, useState } from "react";
import type { Table } from "../../../api";
import { both, withoutField } from "../../../model";
import { useDraft } from "./useDraft";
import type { Faceted } from "./useFacet";
import type { ListState } from "./useListSearch";

/** The conditions of a list: the view's own, and those that narrow it further. */
export function useFilters(table: Table, { shown, filter, words, set }: ListState) {
  const [open, setOpen] = useState(false);
  const own = useDraft(table, shown.own, set.own);
  const further = useDraft(table, filter, set.filter);
  const begin = useCallback(
    (path: string) => {
      setOpen(true);
      further.begin(path);
    },
    [further.begin],
  );
  const list = { table: table.key, search: words };
  const counted: Record<"own" | "further", Faceted> = {
    own: { ...list, without: (key) => both(withoutField(shown.own, key), filter) },
    further: { ...list, without: (key) => both(shown.own, withoutField(filter, key)) },
  };
  return {
    ...{ open, own, further, begin, counted },
    toggle: () => setOpen(!open),
    close: () => setOpen(false),
  };
}

export type Filters = ReturnType<typeof useFilters>;
