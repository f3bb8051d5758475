import type { ClipboardEvent, FocusEvent, KeyboardEvent } from "react";
import { actsOf, headId } from "./acts";
import { blockOf } from "./copied";
import { type KeyActions, onEditKey, onGridKey } from "./keys";
import { gridMouse } from "./mouse";
import { parseTable } from "./tsv";
import type { GridState } from "./useGridState";

/** The listeners of a grid: one set for all of its cells. */
export function gridEvents(grid: GridState) {
  const { props, gridId, rows, columns, scroll, active, picks, editing, head, focus } = grid;
  const { at } = active;
  const column = columns[at.column];
  const acts = actsOf(grid);
  const headElement = () => document.getElementById(headId(gridId, column));

  const keys: KeyActions = {
    ...acts,
    at,
    extent: { rows: rows.total, columns: columns.length, page: () => scroll.page() },
    edit: (seed) => acts.edit(undefined, undefined, seed),
    sort: (add) => column && head.sort(column.key, add),
    menu: () => {
      const target = headElement();
      if (column && target) head.openMenu(column.key, target);
    },
    resize: (by) => column && head.resize(column.key, by),
    moveColumn: (by) => {
      if (!column || column.primary) return;
      head.actions.move(column.key, by);
      acts.go({ row: at.row, column: Math.max(1, Math.min(at.column + by, columns.length - 1)) });
    },
  };

  function onKeyDown(event: KeyboardEvent) {
    const { committed, commit, editing: edited } = editing;
    const inEditor = (event.target as Element).closest(".grid-editor") !== null;
    const taken =
      edited || inEditor
        ? onEditKey(event, keys, commit, committed.current)
        : onGridKey(event, keys);
    if (inEditor) committed.current = false;
    if (taken) event.preventDefault();
  }

  /** Who leaves the grid is done with the cell that they were editing. */
  function onBlur(event: FocusEvent) {
    const { relatedTarget, currentTarget } = event;
    const stays = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
    if (stays || !document.hasFocus() || isPopup(relatedTarget)) return;
    if (editing.commit(false)) rows.leave();
  }

  function onPaste(event: ClipboardEvent) {
    const inEditor = (event.target as Element).closest(".grid-editor") !== null;
    if (!props.editable || inEditor || at.row < 0) return;
    const block = blockOf(event.clipboardData);
    if (!block) return;
    event.preventDefault();
    grid.blocks.paste(parseTable(block));
  }

  const mouse = gridMouse({
    ...{ rows, columns, selectable: props.selectable ?? false, focus },
    ...{ stand: picks.stand, toggleAt: picks.toggleAt, pickTo: picks.pickTo },
    commit: editing.commit,
    goTo: acts.goTo,
    extend: acts.extend,
    dragging: grid.dragging,
    edit: acts.edit,
    open: props.onOpen,
    toggleGroup: (index) => {
      const line = rows.groupAt(index);
      if (line) grid.groups.toggle(line.group.key);
    },
  });
  return { acts, listeners: { onKeyDown, onBlur, onPaste, ...mouse } };
}

/** Lists and calendars of an input, and dialogs that it opens, stand outside of the grid. */
function isPopup(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.field-popup, [role="dialog"]') !== null;
}
