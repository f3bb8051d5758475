import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useCallback, useLayoutEffect, useMemo, useState } from "react";
import { type api, Records, type schema } from "../api";
import { keys } from "../frame";
import { Grouping, type RowGroup } from "./grouping";
import type { ListQuery, Rows } from "./rows";

const none: ReadonlySet<string> = new Set();

/** Puts the rows of a list together by a field, under lines that open and close. */
export function useGroups(rows: Rows, query: ListQuery, group: schema.GroupBy | undefined) {
  const by = group && JSON.stringify(group);
  const [closed, setClosed] = useState({ by, keys: none });
  const asked = { ...query, columns: [], order: [], offset: 0, limit: 0 };
  const { data } = useQuery({
    queryKey: [...keys.records, query.table, "groups", asked, by],
    queryFn: () => Records.Groups(asked, group ? [group] : [], []),
    enabled: group !== undefined,
    placeholderData: keepPreviousData,
  });
  const down = query.order.find((o) => o.attribute === group?.attribute)?.descending ?? false;
  const hidden = closed.by === by ? closed.keys : none;
  const groups = useMemo(() => (by && data ? inOrder(data, down) : undefined), [by, data, down]);
  const grouping = useMemo(() => groups && new Grouping(groups, hidden), [groups, hidden]);
  useLayoutEffect(() => rows.group(grouping), [rows, grouping]);

  const toggle = useCallback(
    (key: string, open?: boolean) => {
      const next = new Set(hidden);
      if (open ?? next.has(key)) next.delete(key);
      else next.add(key);
      setClosed({ by, keys: next });
    },
    [hidden, by],
  );
  const toggleAll = useCallback(
    (open: boolean) =>
      setClosed({ by, keys: open ? none : new Set(groups?.map(({ key }) => key)) }),
    [by, groups],
  );
  return { toggle, toggleAll };
}

/** The groups as the rows are sorted: empty values come last either way. */
function inOrder(groups: api.Group[], down: boolean): RowGroup[] {
  const all = groups.map(({ keys: [key = ""], texts: [text = ""], count }) => ({
    key,
    text,
    count,
  }));
  if (!down) return all;
  return [...all.filter(({ key }) => key).reverse(), ...all.filter(({ key }) => !key)];
}
