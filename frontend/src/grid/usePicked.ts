import { useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { api } from "../api";
import { useFail } from "../ui";
import {
  countPicked,
  everything,
  isPicked,
  nothing,
  type Picked,
  pick,
  selectionOf,
  standing,
  toggle,
} from "./picked";
import type { ListQuery, Rows } from "./rows";
import type { GridSelection } from "./types";

/** More picked rows than this are not looked at one by one. */
const looked = 500;

/** As many picked rows are named. */
const named = 5;

const bothStates: ReadonlySet<string> = new Set(["active", "inactive"]);

/** The rows that are picked. Another question begins with none; another order keeps them. */
export function usePicked(rows: Rows, query: ListQuery) {
  const [picked, setPicked] = useState<Picked>(nothing);
  const fail = useFail();
  /** Where a range of rows begins. */
  const anchor = useRef(0);
  const { table, view, filter, search } = query;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was picked belongs to the question
  useLayoutEffect(() => setPicked(nothing), [table, view, filter, search]);

  const toggleAt = useCallback(
    (index: number) => {
      anchor.current = index;
      const id = rows.at(index)?.id;
      if (id) setPicked((before) => toggle(before, id));
    },
    [rows],
  );
  const stand = useCallback(
    (index: number) => {
      anchor.current = index;
      const id = rows.at(index)?.id;
      setPicked(id ? standing(id) : nothing);
    },
    [rows],
  );
  /** Picks the rows from the last one touched to this one. */
  const pickTo = useCallback(
    async (index: number, only: boolean) => {
      const [from, to] = [Math.min(anchor.current, index), Math.max(anchor.current, index)];
      const range = await rows.between(from, to, []).catch(fail);
      const ids = range?.map(({ id }) => id);
      if (ids) setPicked((before) => pick(before, ids, only));
    },
    [rows, fail],
  );
  const pickAll = useCallback(() => setPicked(everything), []);
  const pickNothing = useCallback(() => setPicked(nothing), []);
  return { picked, toggleAt, stand, pickTo, pickAll, pickNothing };
}

/** What is picked, for whoever acts on it; the same object until it has changed. */
export function useSelection(rows: Rows, query: ListQuery, picked: Picked): GridSelection {
  const count = countPicked(picked, rows.records);
  const known = knownRows(rows, picked, count);
  const one = count === 1 && !picked.all ? known[0] : undefined;
  const states = count > looked ? bothStates : new Set(known.map((row) => row.state));
  const statesText = [...states].sort().join(" ");
  const namesText = JSON.stringify(known.slice(0, named).map((row) => row.name));
  return useMemo(
    () => ({
      count,
      records: selectionOf(picked, query),
      one,
      names: JSON.parse(namesText) as string[],
      states: new Set(statesText.split(" ").filter(Boolean)),
    }),
    [count, picked, query, one, namesText, statesText],
  );
}

function knownRows(rows: Rows, picked: Picked, count: number): api.Row[] {
  if (count === 0 || count > looked) return [];
  return picked.all
    ? rows.inMemory().filter((row) => isPicked(picked, row.id))
    : [...picked.ids].flatMap((id) => rows.at(rows.indexOf(id)) ?? []);
}
