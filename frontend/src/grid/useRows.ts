import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from "react";
import { on, Records } from "../api";
import { type ListQuery, Rows } from "./rows";
import { Saver } from "./saver";

/** The rows that a question finds, those at a position first, kept up to date, and what saves changes of their cells. */
export function useRows(
  query: ListQuery,
  at: number,
): { rows: Rows; saver: Saver; version: number } {
  const [rows] = useState(() => new Rows(Records.Page, Records.Rows));
  const [saver] = useState(() => new Saver(rows, { save: Records.Save, get: Records.Get }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: where to begin matters when something is asked
  useLayoutEffect(() => rows.ask(query, at), [rows, query]);
  useEffect(
    () => on("changed", ({ seq, undoes }) => rows.changed(seq, saver.isOwn(seq, undoes))),
    [rows, saver],
  );
  const version = useSyncExternalStore(rows.subscribe, rows.version);
  return { rows, saver, version };
}
