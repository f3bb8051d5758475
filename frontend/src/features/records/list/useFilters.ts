import { useCallback, useState } from "react";
import type { Table } from "../../../api";
import { useDraft } from "./useDraft";
import type { ListState } from "./useListSearch";

/** The conditions of a list: the view's own, and those that narrow it further. */
export function useFilters(table: Table, { shown, filter, set }: ListState) {
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
  return {
    ...{ open, own, further, begin },
    toggle: () => setOpen(!open),
    close: () => setOpen(false),
  };
}

export type Filters = ReturnType<typeof useFilters>;
