import type { KeyboardEvent } from "react";
import { type Extent, moveBy, type Place, tabFrom } from "./moves";

/** What the keys of a grid do. */
export interface KeyActions {
  at: Place;
  extent: Extent;
  go(to: Place): void;
  /** The corner of the marked cells that moves, the active cell where none are. */
  far: Place;
  /** Marks the cells from the active one to another. */
  extend(to: Place): void;
  /** Slides the columns back to the left edge. */
  showStart(): void;
  /** Marks the whole column, or the whole row. */
  markColumn(): void;
  markRow(): void;
  /** Asks for a text to find in the list. */
  find(): void;
  /** Fills the marked cells from their first row or column; false when there is nothing to fill. */
  fill(how: "down" | "right"): boolean;
  edit(seed?: string): void;
  /** Enter: opens the record, or edits the cell. */
  enter(): void;
  /** Escape: takes back what was refused, or picks nothing. */
  takeBack(): boolean;
  /** Delete: empties the cell, or asks about the picked rows. */
  clear(): void;
  copy(): void;
  pick(): void;
  /** Opens or closes the group whose line the person is on; false when it is no such line. */
  toggleGroup(open: boolean): boolean;
  pickAll(): void;
  sort(add: boolean): void;
  menu(): void;
  resize(by: number): void;
  moveColumn(by: number): void;
}

const widthStep = 16;

/** Handles a key while no cell is being edited; true when it meant something here. */
export function onGridKey(event: KeyboardEvent, actions: KeyActions): boolean {
  return actions.at.row < 0 ? onHeadKey(event, actions) : onRowKey(event, actions);
}

function onHeadKey(event: KeyboardEvent, actions: KeyActions): boolean {
  const { key, shiftKey, ctrlKey, altKey } = event;
  const across = key === "ArrowLeft" ? -1 : key === "ArrowRight" ? 1 : 0;
  if (across && shiftKey && ctrlKey) return done(actions.moveColumn(across));
  if (across && shiftKey) return done(actions.resize(across * widthStep));
  if (key === "Enter" || key === " ") return done(actions.sort(shiftKey));
  if ((key === "ArrowDown" && altKey) || isMenuKey(event)) return done(actions.menu());
  return onMove(event, actions);
}

function isMenuKey({ key, shiftKey }: KeyboardEvent): boolean {
  return key === "ContextMenu" || (key === "F10" && shiftKey);
}

function onRowKey(event: KeyboardEvent, actions: KeyActions): boolean {
  const { key } = event;
  if (event.altKey) return false;
  if (event.ctrlKey || event.metaKey) {
    const letter = key.toLowerCase();
    if (letter === "a") return done(actions.pickAll());
    if (letter === "c") return done(actions.copy());
    if (key === " ") return done(actions.markColumn());
    if (letter === "f" && !event.shiftKey) return done(actions.find());
    if (letter === "d" && !event.shiftKey) return actions.fill("down");
    if (letter === "r" && !event.shiftKey) return actions.fill("right");
    return onMove(event, actions);
  }
  const aside = { ArrowLeft: false, ArrowRight: true }[key];
  if (aside !== undefined && actions.toggleGroup(aside)) return true;
  if (key === "Enter") return done(actions.enter());
  if (key === "F2") return done(actions.edit());
  if (key === "Escape") return actions.takeBack();
  if (key === "Delete") return done(actions.clear());
  if (key === " ") return done(event.shiftKey ? actions.markRow() : actions.pick());
  // The question mark asks for the sheet of keys everywhere.
  if (key.length === 1 && key !== "?") return done(actions.edit(key));
  return onMove(event, actions);
}

function onMove(event: KeyboardEvent, actions: KeyActions): boolean {
  const { at, far, extent, go, extend } = actions;
  const marks = event.shiftKey && at.row >= 0;
  const to = moveBy(event, marks ? far : at, extent);
  if (!to) return false;
  if (marks) extend({ ...to, row: Math.max(0, to.row) });
  else go(to);
  // The first column is always in sight: who goes there by a key to the left wants what is beside it.
  if (to.column === 0 && (event.key === "Home" || event.key === "ArrowLeft")) actions.showStart();
  return true;
}

/**
 * Handles a key of a cell that is being edited: Tab saves and moves along, and Enter, which the input
 * itself took to say that it is done, moves down.
 */
export function onEditKey(
  event: KeyboardEvent,
  { at, extent, go }: Pick<KeyActions, "at" | "extent" | "go">,
  commit: () => boolean,
  committed: boolean,
): boolean {
  if (event.key === "Enter" && committed) {
    go({ row: Math.min(at.row + 1, extent.rows - 1), column: at.column });
    return true;
  }
  if (event.key !== "Tab") return false;
  if (!commit()) return true;
  const to = tabFrom(at, event.shiftKey, extent);
  if (to) go(to);
  return true;
}

function done(_: unknown): true {
  return true;
}
