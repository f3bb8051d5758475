import { useQueryClient } from "@tanstack/react-query";
import { type MouseEvent, useRef } from "react";
import { askSources, sourceText } from "../frame";
import type { Rows } from "./rows";

/** How long the pointer rests on a cell before it is asked where its value came from, in milliseconds. */
const rest = 350;

/** Says at the cell that the pointer rests on where its value came from: the file, its sheet and row, when, by whom. */
export function useWhence(table: string, rows: Rows) {
  const client = useQueryClient();
  const resting = useRef(0);

  function onMouseOver({ target, buttons }: MouseEvent) {
    window.clearTimeout(resting.current);
    const cell = cellOf(target);
    const row = rows.at(Number(cell?.closest<HTMLElement>("[data-row]")?.dataset.row ?? -1));
    if (!cell || !row || buttons !== 0) return;
    const say = (told: Awaited<ReturnType<ReturnType<typeof askSources>["queryFn"]>>) => {
      const source = told.find(({ field }) => field === cell.dataset.column);
      if (source && cell.matches(":hover")) cell.title = sourceText(source);
    };
    resting.current = window.setTimeout(() => {
      client.fetchQuery(askSources(table, row.id)).then(say, () => {}); // the record's form tells what fails
    }, rest);
  }

  function onMouseOut({ target }: MouseEvent) {
    window.clearTimeout(resting.current);
    cellOf(target)?.removeAttribute("title"); // another record may be shown there next
  }

  return { onMouseOver, onMouseOut };
}

function cellOf(target: EventTarget): HTMLElement | null {
  return (target as Element).closest<HTMLElement>("[data-column]");
}
