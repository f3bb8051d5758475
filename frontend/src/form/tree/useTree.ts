import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import { type api, Records, type schema } from "../../api";
import { keys } from "../../frame";
import { grow, linesOf, startClosed } from "./nodes";

/** A tree as it is asked for: the records of a table that hang on one record. */
export interface TreeOf {
  table: string;
  /** The lookup to the record that they hang on; where it is the parent itself, all levels below count. */
  via: string;
  parent: string;
  id: string;
  name: string;
  /** The fields shown beside the names. */
  columns: string[];
  order: schema.Order[];
}

/** So many records are shown as a tree; of more, a list is the better way. */
export const mostNodes = 5000;
const pageSize = 1000;
/** About so many lines are open at first. */
const opened = 60;

/** What stays of a tree when its record is left: which nodes are closed, and where the person was. */
const memory = new Map<string, { closed?: ReadonlySet<string>; active?: string }>();

const none: ReadonlySet<string> = new Set();

/** A tree with what is open in it and where the person is. */
export function useTree(of: TreeOf) {
  const key = `${of.table} ${of.via} ${of.id}`;
  const { data, error } = useRows(of);
  const top = useMemo(
    () => (data?.rows ? grow(data.rows, of.parent, of.id) : undefined),
    [data, of.parent, of.id],
  );
  const [closed, setClosed] = useState(memory.get(key)?.closed);
  const [active, setActive] = useState(memory.get(key)?.active ?? of.id);
  const usual = useMemo(() => (top ? startClosed(top, opened) : none), [top]);
  const shut = closed ?? usual;
  const lines = useMemo(() => (top ? linesOf(top, of, shut) : []), [top, of, shut]);
  useEffect(() => void memory.set(key, { closed, active }), [key, closed, active]);

  const toggle = useCallback(
    (id: string, open: boolean) => {
      const next = new Set(shut);
      if (open) next.delete(id);
      else next.add(id);
      setClosed(next);
    },
    [shut],
  );
  const at = Math.max(
    0,
    lines.findIndex(({ id }) => id === active),
  );
  return { top, total: data?.total, error, lines, at, setActive, toggle, setClosed };
}

export type Tree = ReturnType<typeof useTree>;

/** All rows of a tree; undefined where they are too many for one. */
function useRows(of: TreeOf) {
  return useQuery({
    queryKey: [...keys.records, of.table, "tree", of.via, of.id, of.columns],
    queryFn: () => readAll(of),
    placeholderData: keepPreviousData,
  });
}

async function readAll(of: TreeOf): Promise<{ rows?: api.Row[]; total: number }> {
  const { total, rows } = await page(of, 0);
  if (total > mostNodes) return { total };
  while (rows.length < total) {
    const next = (await page(of, rows.length)).rows;
    if (next.length === 0) break; // others have deleted some meanwhile: the change will be told
    rows.push(...next);
  }
  return { rows, total };
}

function page({ table, columns, parent, order, ...of }: TreeOf, offset: number): Promise<api.Page> {
  const query = {
    table,
    view: "",
    columns: [parent, ...columns],
    filter: filterOf({ parent, ...of }),
  };
  return Records.Page({ ...query, search: "", order, offset, limit: pageSize });
}

/** What finds the records of a tree. */
export function filterOf({
  via,
  parent,
  id,
}: Pick<TreeOf, "via" | "parent" | "id">): schema.Filter {
  const operator = via === parent ? "under" : "eq";
  return { conditions: [{ attribute: via, operator, values: [id] }] };
}
