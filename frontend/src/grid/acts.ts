import type { api } from "../api";
import type { Place } from "./moves";
import { nothing } from "./picked";
import type { GridColumn } from "./useColumns";
import { isEditable } from "./useEditing";
import type { GridState } from "./useGridState";

/** What a person can do in a grid, by keys, by mouse and by commands. */
export function actsOf(grid: GridState) {
  const { props, gridId, scroller, rows, saver, columns, scroll, active, picks, editing } = grid;
  const { range, blocks } = grid;
  const { editable = false, selectable = false } = props;
  const { at } = active;
  const column = columns[at.column];
  const row = rows.at(at.row);
  const { picked } = picks;

  /** Goes to a cell, and no further than that: what is picked stays. */
  function goTo(to: Place) {
    if (to.row !== at.row) rows.leave();
    active.go(to);
    range.collapse();
    if (to.row >= 0) scroll.reveal(to.row);
    revealColumn(scroller.current, document.getElementById(headId(gridId, columns[to.column])));
  }

  function go(to: Place) {
    goTo(to);
    if (picked.follows && to.row >= 0) picks.stand(to.row);
  }

  /** Marks the cells from the active one to another. */
  function extend(to: Place) {
    if (at.row < 0 || (to.row === range.far.row && to.column === range.far.column)) return;
    if (selectable && row && !picked.follows) picks.stand(at.row);
    range.extend(to);
    scroll.reveal(to.row);
    revealColumn(scroller.current, document.getElementById(headId(gridId, columns[to.column])));
  }

  /** The active cell becomes the first of what is marked; what is in sight stays. */
  function mark(from: Place, to: Place) {
    active.go(from);
    range.extend(to, from);
  }

  const fill = (how: "down" | "right") => editable && range.many && blocks.fill(how);

  function edit(of: api.Row | undefined = row, cell = column, seed?: string): boolean {
    if (!editable || !of || !cell || !isEditable(cell)) return false;
    editing.start(of, cell, seed);
    return true;
  }

  function toggleGroup(open?: boolean): boolean {
    const line = rows.groupAt(at.row);
    if (line) grid.groups.toggle(line.group.key, open);
    return line !== undefined;
  }

  function enter() {
    if (!row) return void toggleGroup();
    if (column?.primary || !edit()) props.onOpen(row);
  }

  function clear() {
    if (range.many) return void (editable && blocks.clear());
    const picking = picked.all || (picked.ids.size > 0 && !(picked.follows && editable));
    if (picking) return props.onDelete?.();
    const blank = !column || !row || (row.display[column.key] ?? "") === "";
    if (blank || !editable || !isEditable(column)) return;
    void saver.save(props.table, row, column.key, { value: null, text: "" });
  }

  function takeBack(): boolean {
    if (row && column && saver.refusedOf(row.id)?.has(column.key)) {
      saver.drop(row.id, column.key);
      return true;
    }
    if (range.many) {
      range.collapse();
      return true;
    }
    if (picked === nothing) return false;
    picks.pickNothing();
    return true;
  }

  const pick = () => toggleGroup() || (selectable && picks.toggleAt(at.row));
  const pickAll = () => selectable && picks.pickAll();
  return {
    go,
    goTo,
    edit,
    toggleGroup,
    enter,
    clear,
    takeBack,
    pick,
    pickAll,
    copy: () => (range.many ? blocks.copy() : grid.copy(at)),
    find: () => grid.setFinding(true),
    far: range.far,
    extend,
    showStart: () => scroller.current?.scrollTo({ left: 0 }),
    fill,
    markColumn: () =>
      mark({ row: 0, column: at.column }, { row: rows.total - 1, column: at.column }),
    markRow: () => mark({ row: at.row, column: 0 }, { row: at.row, column: columns.length - 1 }),
  };
}

export function headId(gridId: string, column: GridColumn | undefined): string {
  return `${gridId}-head-${column?.key}`;
}

/** Scrolls as little as needed to show a column beside those that stay in sight. */
function revealColumn(scroller: HTMLElement | null, head: HTMLElement | null): void {
  if (!scroller || !head || head.classList.contains("grid-sticky")) return;
  const staying = [
    ...(head.parentElement?.querySelectorAll<HTMLElement>(".grid-check, .grid-sticky") ?? []),
  ];
  const covered = staying.reduce((width, cell) => width + cell.offsetWidth, 0);
  const start = head.offsetLeft - covered;
  const end = head.offsetLeft + head.offsetWidth - scroller.clientWidth;
  if (scroller.scrollLeft > start) scroller.scrollLeft = start;
  else if (scroller.scrollLeft < end) scroller.scrollLeft = end;
}
