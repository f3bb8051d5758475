import { useCallback, useMemo, useState } from "react";
import type { schema } from "../api";
import type { HeadActions, HeadMenuAt } from "./HeadMenu";
import { moved, movedBefore } from "./order";
import { type ColumnModel, type GridColumn, narrowest, widest } from "./useColumns";

interface Options {
  model: ColumnModel;
  /** The width that fits a column to the rows from one on. */
  widthOf(column: GridColumn, from: number): number;
  /** The row that the person is in. */
  at: number;
  onOrderChange(order: schema.Order[]): void;
  onFilterColumn?: ((field: string) => void) | undefined;
}

/** What can be done with the columns: from their headers, their menu, the dialog and by keys. */
export function useHeadActions({ model, widthOf, at, onOrderChange, onFilterColumn }: Options) {
  const { instance, columns, setColumns, reset } = model;
  const [menu, setMenu] = useState<HeadMenuAt>();
  const [choosing, setChoosing] = useState(false);
  const [said, say] = useState("");
  const keys = useMemo(() => columns.map(({ key }) => key), [columns]);
  const columnOf = useCallback((key: string) => columns.find((c) => c.key === key), [columns]);

  const setWidth = (key: string, width: number) =>
    instance.setColumnSizing((before) => ({
      ...before,
      [key]: Math.max(narrowest, Math.min(width, widest)),
    }));
  const sort = (key: string, add: boolean) =>
    instance.getColumn(key)?.toggleSorting(undefined, add);
  const fitColumn = (key: string) => {
    const column = columnOf(key);
    if (column) setWidth(key, widthOf(column, Math.max(0, at)));
  };
  const resize = (key: string, by: number) =>
    setWidth(key, (instance.getColumn(key)?.getSize() ?? 0) + by);
  const place = (key: string, next: string[]) => {
    setColumns(next);
    say(`${columnOf(key)?.field.label} is column ${next.indexOf(key) + 1} of ${next.length}`);
  };
  const dropBefore = (key: string, before: string | undefined) =>
    place(key, movedBefore(keys, key, before));
  const openMenu = (key: string, target: HTMLElement) => {
    const column = columnOf(key);
    if (column) setMenu({ column, target });
  };

  const actions: HeadActions = {
    sort: (key, descending) => onOrderChange([{ attribute: key, descending }]),
    filter: onFilterColumn,
    move: (key, by) => place(key, moved(keys, key, by)),
    fitWidth: fitColumn,
    hide: (key) => setColumns(keys.filter((other) => other !== key)),
    choose: () => setChoosing(true),
  };
  return {
    ...{ keys, sort, fitColumn, resize, dropBefore, openMenu, actions, setColumns, reset },
    /** Where a column that was moved stands now, to be heard. */
    said,
    ...{ menu, closeMenu: () => setMenu(undefined) },
    ...{ choosing, stopChoosing: () => setChoosing(false) },
  };
}
