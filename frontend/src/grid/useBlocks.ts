import { useState } from "react";
import { type api, Cells, type Table } from "../api";
import { counted, useCopy, useFail, useNotify, useTakeBack } from "../ui";
import { copyTable } from "./clipboard";
import type { Rows } from "./rows";
import type { Saver } from "./saver";
import type { GridColumn } from "./useColumns";
import type { Range, Rect } from "./useRange";

/** A block that waits for the person to say something, with what Go says of it. */
export interface AskedPut {
  put: api.Put;
  result: api.PutResult;
  /** How many columns of what was copied have no place in the list. */
  cut: number;
}

/** A range that is about to be cleared, and how many cells it has. */
export interface AskedClear {
  put: api.Put;
  cells: number;
}

interface Options {
  table: Table;
  rows: Rows;
  saver: Saver;
  columns: GridColumn[];
  range: Range;
}

/** So many cells are cleared without asking. */
const clearedAtOnce = 100;

/** What is done with the marked cells as a block: copied, pasted, cleared, filled. */
export function useBlocks({ table, rows, saver, columns, range }: Options) {
  const notify = useNotify();
  const fail = useFail();
  const takeBack = useTakeBack();
  const [, copyText] = useCopy();
  const [asked, setAsked] = useState<AskedPut>();
  const [clearing, setClearing] = useState<AskedClear>();

  function tell({ done, cells, records }: api.PutResult, verb: string) {
    const text = `${counted(cells, "cell")} in ${counted(records, table.label, table.plural)} ${verb}`;
    notify({ intent: "success", text, action: takeBack(done.seq) });
    rows.leave();
  }

  const put = (cells: api.Put) => saver.put(Cells.Put(cells));

  /** Puts cells into the list, or asks where something about them is not clear. */
  async function send(cells: api.Put, cut = 0) {
    try {
      const result = await put(cells);
      if (result.done.seq) tell(result, cells.verb);
      else if (result.total > 0 || result.beyond > 0) return setAsked({ put: cells, result, cut });
      else notify({ intent: "info", text: "The cells hold this already" });
      if (cut) notify({ intent: "warning", text: cutText(cut) });
    } catch (error) {
      fail(error);
    }
  }

  function rangeOf({ top, bottom, left, right }: Rect): api.Range {
    const { from, count } = rows.recordsOf(top, bottom);
    const fields = columns.slice(left, right + 1).map(({ key }) => key);
    return { table: table.key, fields, ...rows.named(from, count) };
  }

  /** All cells of the list. */
  function wholeList(): api.Range {
    const { query, records } = rows;
    const fields = columns.map(({ key }) => key);
    const all = query && { ...query, columns: [], offset: 0, limit: records };
    return { table: table.key, ids: [], query: all, fields };
  }

  const base = { cells: [], fill: "", create: false, dayFirst: "", corrections: [], take: false };

  async function copy() {
    try {
      const copied = await copyTable(Cells.Copy(rangeOf(range.rect)), copyText);
      notify({ intent: "success", text: `${counted(copied.rows, "row")} copied` });
    } catch (error) {
      fail(error);
    }
  }

  /** A block no larger than a part of the marked cells is repeated over them; any other keeps its size. */
  function paste(cells: string[][]) {
    const { rect } = range;
    const width = Math.max(...cells.map((line) => line.length));
    const { from, count } = rows.recordsOf(rect.top, rect.bottom);
    const across = rect.right - rect.left + 1;
    const repeats = count % cells.length === 0 && across % width === 0;
    const wanted = repeats ? count : cells.length;
    const fields = columns
      .slice(rect.left, rect.left + (repeats ? across : width))
      .map(({ key }) => key);
    const to = { table: table.key, fields, ...rows.named(from, wanted) };
    const cut = repeats ? 0 : width - fields.length;
    const fitting = cut ? cells.map((line) => line.slice(0, fields.length)) : cells;
    void send({ ...base, range: to, rows: wanted, cells: fitting, verb: "pasted" }, cut);
  }

  function putOver(put: Partial<api.Put>, verb: string): api.Put {
    const { count } = rows.recordsOf(range.rect.top, range.rect.bottom);
    return { ...base, range: rangeOf(range.rect), rows: count, verb, ...put };
  }

  function clear() {
    const put = putOver({ cells: [[""]] }, "cleared");
    const cells = put.rows * put.range.fields.length;
    if (cells > clearedAtOnce) setClearing({ put, cells });
    else void send(put);
  }

  function fill(how: "down" | "right"): boolean {
    const { top, bottom, left, right } = range.rect;
    const fits = how === "down" ? bottom > top : right > left;
    if (fits) attempt(() => void send(putOver({ fill: how }, "filled")));
    return fits;
  }

  /** Does something with rows of the list, or says why they cannot be named. */
  function attempt(act: () => void): void {
    try {
      act();
    } catch (error) {
      fail(error);
    }
  }

  return {
    ...{ copy, fill, put, send, wholeList, rangeOf, tell },
    paste: (cells: string[][]) => attempt(() => paste(cells)),
    clear: () => attempt(clear),
    ...{ asked, answer: setAsked, clearing, stopClearing: () => setClearing(undefined) },
  };
}

export type Blocks = ReturnType<typeof useBlocks>;

export function cutText(columns: number): string {
  return `${counted(columns, "column")} of what was copied lie beyond the last column and are left out`;
}
