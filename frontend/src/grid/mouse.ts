import type { MouseEvent } from "react";
import type { api } from "../api";
import { dragScroll } from "./dragScroll";
import type { Place } from "./moves";
import type { Rows } from "./rows";
import type { GridColumn } from "./useColumns";

interface Options {
  rows: Rows;
  columns: GridColumn[];
  selectable: boolean;
  /** Goes to a cell without picking its row. */
  goTo(to: Place): void;
  stand(index: number): void;
  toggleAt(index: number): void;
  pickTo(index: number, only: boolean): void;
  /** Marks the cells from the active one to another. */
  extend(to: Place): void;
  /** True from pressing the mouse on a cell until it is let go. */
  dragging: { current: boolean };
  /** Ends the editing of another cell; false when that cell keeps the person. */
  commit(): boolean;
  edit(row: api.Row, column: GridColumn): boolean;
  open(row: api.Row): void;
  focus(): void;
  /** Opens or closes the group of a line. */
  toggleGroup(index: number): void;
}

interface Hit {
  row: api.Row;
  place: Place;
  column: GridColumn | undefined;
  onCheck: boolean;
  onName: boolean;
}

/** What the mouse does on rows: one listener of the grid for all of them. */
export function gridMouse(options: Options) {
  const { rows, columns, selectable, goTo, stand, toggleAt, pickTo, commit, edit, open, focus } =
    options;

  function hitOf(event: MouseEvent): Hit | undefined {
    const target = event.target as Element;
    if (target.closest(".grid-editor")) return undefined;
    const index = Number(target.closest<HTMLElement>("[data-row]")?.dataset.row ?? -1);
    const row = rows.at(index);
    if (!row) return undefined;
    const key = target.closest<HTMLElement>("[data-column]")?.dataset.column;
    const at = columns.findIndex((column) => column.key === key);
    return {
      row,
      place: { row: index, column: Math.max(0, at) },
      column: columns[at],
      onCheck: target.closest("[data-check]") !== null,
      onName: target.closest("[data-open]") !== null,
    };
  }

  function onGroup(event: MouseEvent, index: number) {
    event.preventDefault();
    focus();
    if (!commit()) return;
    goTo({ row: index, column: 0 });
    options.toggleGroup(index);
  }

  function onMouseDown(event: MouseEvent) {
    const line = (event.target as Element).closest<HTMLElement>("[data-group]");
    if (line && event.button === 0) return onGroup(event, Number(line.dataset.group));
    const hit = hitOf(event);
    if (!hit || event.button !== 0) return;
    // The grid keeps the focus, and dragging across cells marks no text.
    event.preventDefault();
    focus();
    if (!commit()) return;
    const index = hit.place.row;
    const more = event.ctrlKey || event.metaKey;
    options.dragging.current = !hit.onCheck && !more;
    if (options.dragging.current) dragScroll(event.currentTarget as HTMLElement);
    if (event.shiftKey && !more && !hit.onCheck) return options.extend(hit.place);
    goTo(hit.place);
    if (!selectable) return;
    if (event.shiftKey) pickTo(index, !more && !hit.onCheck);
    else if (more || hit.onCheck) toggleAt(index);
    else stand(index);
  }

  /** Dragging marks the cells that it passes. */
  function onMouseMove(event: MouseEvent) {
    if (event.buttons !== 1) options.dragging.current = false;
    if (!options.dragging.current) return;
    const hit = hitOf(event);
    if (hit?.column && !hit.onCheck) options.extend(hit.place);
  }

  function onClick(event: MouseEvent) {
    const hit = hitOf(event);
    if (hit?.onName && !event.shiftKey && !event.ctrlKey && !event.metaKey) open(hit.row);
  }

  function onDoubleClick(event: MouseEvent) {
    const hit = hitOf(event);
    if (!hit?.column || hit.onName) return;
    if (!edit(hit.row, hit.column)) open(hit.row);
  }

  return { onMouseDown, onMouseMove, onClick, onDoubleClick };
}
