import { type ReactNode, useCallback, useRef, useState } from "react";
import type { api } from "../api";
import { CellEditor, type EditorHandle } from "./CellEditor";
import type { Rows } from "./rows";
import type { Saver } from "./saver";
import type { GridColumn } from "./useColumns";

interface Editing {
  row: api.Row;
  column: GridColumn;
  seed: string | undefined;
  /** Why what stands in the cell cannot be taken. */
  why: string | undefined;
}

interface Options {
  table: string;
  gridId: string;
  rows: Rows;
  saver: Saver;
  /** The editor is gone: the grid takes the focus back. */
  onClosed(): void;
}

/** Whether a person can change a field in its cell: not what the program fills or composes. */
export function isEditable({ field }: GridColumn): boolean {
  return !field.system && !field.parts?.length;
}

/** The cell that is being edited. */
export function useEditing({ table, gridId, rows, saver, onClosed }: Options) {
  const [editing, setEditing] = useState<Editing>();
  const editor = useRef<EditorHandle>(null);
  /** True from the moment that an input says it is done until the key that did it has been dealt with. */
  const committed = useRef(false);

  const start = useCallback(
    (row: api.Row, column: GridColumn, seed?: string) => {
      rows.work();
      committed.current = false;
      const why = saver.refusedOf(row.id)?.get(column.key)?.message;
      setEditing({ row, column, seed, why });
    },
    [rows, saver],
  );

  const close = useCallback(
    (takeFocus = true) => {
      setEditing(undefined);
      if (takeFocus) onClosed();
    },
    [onClosed],
  );

  /** Saves what was typed and closes the cell; false when it stays open because of what stands there. */
  const commit = useCallback(
    (takeFocus = true): boolean => {
      if (!editing) return true;
      const { changed, why } = editor.current?.result() ?? {};
      if (why) {
        setEditing({ ...editing, why });
        return false;
      }
      const { row, column } = editing;
      if (changed) void saver.save(table, row, column.key, changed);
      close(takeFocus);
      return true;
    },
    [editing, saver, table, close],
  );

  const shown: ReactNode = editing && (
    <CellEditor
      key={`${editing.row.id} ${editing.column.key}`}
      id={`${gridId}-editor`}
      row={editing.row}
      column={editing.column}
      seed={editing.seed}
      invalid={editing.why}
      ref={editor}
      onCommit={() => {
        committed.current = commit();
      }}
      onCancel={() => close()}
    />
  );
  return { editing, editor: shown, start, commit, committed };
}
