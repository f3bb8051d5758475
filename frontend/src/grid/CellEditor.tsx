import { type Ref, useImperativeHandle, useRef, useState } from "react";
import type { api } from "../api";
import { BesideProvider } from "../fields";
import { CellMessage } from "./CellMessage";
import type { Changed } from "./pending";
import type { GridColumn } from "./useColumns";

/** What a person has made of a cell: a change, words that cannot be read, or nothing. */
export interface EditResult {
  changed: Changed | undefined;
  /** Why the words that stand there mean no value. */
  why: string | undefined;
}

export interface EditorHandle {
  result(): EditResult;
}

interface Props {
  id: string;
  row: api.Row;
  column: GridColumn;
  /** A key typed on the cell, with which its text begins anew. */
  seed: string | undefined;
  invalid: string | undefined;
  onCommit(): void;
  onCancel(): void;
  ref: Ref<EditorHandle>;
}

/** The input of a cell that is being edited. */
export function CellEditor({ id, row, column, seed, invalid, onCommit, onCancel, ref }: Props) {
  const { field, kind } = column;
  const before = { value: row.values[field.key] ?? null, text: row.display[field.key] ?? "" };
  const [draft, setDraft] = useState<Changed>(before);
  // Inputs tell of a change and that they are done in one breath: what is done is read from here.
  const latest = useRef<EditResult>({ changed: undefined, why: undefined });
  useImperativeHandle(ref, () => ({ result: () => latest.current }), []);
  const change = (value: unknown, text?: string) => {
    const next = { value: value ?? null, text: text ?? (value == null ? "" : String(value)) };
    const same = next.value === before.value;
    latest.current = { changed: same ? undefined : next, why: undefined };
    setDraft(next);
  };
  return (
    <div
      className={isLong(field.kind) ? "grid-editor grid-editor-long" : "grid-editor"}
      data-tabster={tabIsOurs}
    >
      <BesideProvider value={(key) => row.values[key]}>
        <kind.Input
          id={id}
          field={field}
          value={draft.value}
          text={draft.text}
          seed={seed}
          invalid={invalid}
          onChange={change}
          onUnreadable={(_, why) => {
            latest.current = { ...latest.current, why };
          }}
          onCommit={onCommit}
          onCancel={onCancel}
          autoFocus
          compact
        />
      </BesideProvider>
      {invalid && <CellMessage text={invalid} />}
    </div>
  );
}

/** Keeps Fluent's focus manager from moving the focus before the grid sees the Tab key. */
const tabIsOurs = JSON.stringify({ focusable: { ignoreKeydown: { Tab: true } } });

function isLong(kind: string): boolean {
  return kind === "memo" || kind === "richtext";
}
