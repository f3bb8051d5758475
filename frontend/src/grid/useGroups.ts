import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useCallback, useLayoutEffect, useMemo, useState } from "react";
import { type api, Records, type schema } from "../api";
import { keys } from "../frame";
import { type CatalogueModel, useModel } from "../model";
import { type Figure, Grouping, type RowGroup } from "./grouping";
import type { ListQuery, Rows } from "./rows";
import { aggregateName, figureText } from "./totals";

const none: ReadonlySet<string> = new Set();
const noTotals: schema.Measure[] = [];

/** Puts the rows of a list together by a field, under lines that open and close. */
export function useGroups(
  rows: Rows,
  query: ListQuery,
  group: schema.GroupBy | undefined,
  totals: schema.Measure[] = noTotals,
) {
  const model = useModel();
  const by = group && JSON.stringify(group);
  const [closed, setClosed] = useState({ by, keys: none });
  const asked = { ...query, columns: [], order: [], offset: 0, limit: 0 };
  const { data } = useQuery({
    queryKey: [...keys.records, query.table, "groups", asked, by, totals],
    queryFn: () => Records.Groups(asked, group ? [group] : [], totals),
    enabled: group !== undefined,
    placeholderData: keepPreviousData,
  });
  const down = query.order.find((o) => o.attribute === group?.attribute)?.descending ?? false;
  const hidden = closed.by === by ? closed.keys : none;
  const { table } = query;
  const groups = useMemo(() => {
    const figures = (of: api.Group) => figuresOf(model, table, totals, of);
    return by && data ? inOrder(data, down, figures) : undefined;
  }, [by, data, down, model, table, totals]);
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
function inOrder(
  groups: api.Group[],
  down: boolean,
  figures: (of: api.Group) => Figure[],
): RowGroup[] {
  const all = groups.map((group) => {
    const {
      keys: [key = ""],
      texts: [text = ""],
      count,
    } = group;
    return { key, text, count, figures: figures(group) };
  });
  if (!down) return all;
  return [...all.filter(({ key }) => key).reverse(), ...all.filter(({ key }) => !key)];
}

function figuresOf(
  model: CatalogueModel,
  table: string,
  totals: schema.Measure[],
  group: api.Group,
): Figure[] {
  return totals.flatMap(({ attribute = "", aggregate }, n) => {
    const field = model.fieldAt(table, attribute);
    if (!field) return [];
    const name = `${field.label}, ${aggregateName(field, aggregate).toLowerCase()}`;
    return [{ name, text: figureText(group, n) || "–" }];
  });
}
