import { useCallback } from "react";
import { counted, useCopy, useFail, useNotify } from "../ui";
import { isPicked, type Picked } from "./picked";
import type { Rows } from "./rows";
import { cellText, tableText } from "./tsv";
import type { GridColumn } from "./useColumns";

/** Copies the picked rows as a table that spreadsheets take, or where none is picked a cell's text. */
export function useCopyRows(rows: Rows, columns: GridColumn[], picked: Picked) {
  const [, copy] = useCopy();
  const notify = useNotify();
  const fail = useFail();
  return useCallback(
    async (cell: { row: number; column: number }) => {
      const column = columns[cell.column];
      if (picked.follows || (!picked.all && picked.ids.size === 0)) {
        const text = column && rows.at(cell.row)?.display[column.key];
        return copy(cellText(text ?? ""));
      }
      try {
        const chosen = await pickedRows(rows, picked);
        const keys = columns.map(({ key }) => key);
        copy(
          tableText(
            columns.map(({ field }) => field.label),
            chosen,
            keys,
          ),
        );
        notify({ intent: "success", text: `${counted(chosen.length, "row")} copied` });
      } catch (error) {
        fail(error);
      }
    },
    [rows, columns, picked, copy, notify, fail],
  );
}

async function pickedRows(rows: Rows, picked: Picked) {
  const there = rows.inMemory().filter((row) => isPicked(picked, row.id));
  if (!picked.all && there.length === picked.ids.size)
    return there.sort((a, b) => rows.indexOf(a.id) - rows.indexOf(b.id));
  const all = await rows.between(0, rows.total - 1);
  return all.filter((row) => isPicked(picked, row.id));
}
