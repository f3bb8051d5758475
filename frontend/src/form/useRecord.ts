import { useQueryClient } from "@tanstack/react-query";
import { type Dispatch, useEffect, useMemo, useReducer, useRef, useState } from "react";
import { type api, asApiError, type Field, Records, type Table } from "../api";
import { keys } from "../frame/queries";
import { type FormUse, useModel } from "../model";
import { faulty, fieldsOf } from "./check";
import { type Action, begin, type Draft, isDirty, reduce, valuesToSave } from "./draft";

/** A record that is being worked on in a form. */
export interface RecordWork {
  table: Table;
  draft: Draft;
  isNew: boolean;
  dirty: boolean;
  saving: boolean;
  /** Why it could not be saved, where no field says it. */
  error: unknown;
  /** The record as somebody else has saved it since, while this draft has changes of its own. */
  theirs: api.Row | undefined;
  dispatch: Dispatch<Action>;
  /** Saves and answers with the record; undefined when something stands in the way, which is then shown. */
  save: () => Promise<api.Row | undefined>;
  /** Gives up the changes. */
  takeTheirs: () => void;
  /** Saves the changes on top of what the others saved. */
  saveMine: () => Promise<api.Row | undefined>;
  /** Begins another new record with what this one started with. */
  restart: () => void;
}

interface Options {
  table: string;
  use: FormUse;
  /** The record as it is now, or what a new one starts with. */
  row: api.Row;
  /** Shows the field that stands in the way of saving. */
  onRefused: (field: Field) => void;
}

/** Lets a record be changed field by field and saved. */
export function useRecord({ table: tableKey, use, row, onRefused }: Options): RecordWork {
  const model = useModel();
  const queries = useQueryClient();
  const table = model.table(tableKey);
  const fields = useMemo(() => {
    const form = model.form(tableKey, use);
    return form ? fieldsOf(form, table) : [];
  }, [model, tableKey, use, table]);
  const [draft, dispatch] = useReducer(reduce, row, begin);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>();
  const latest = useRef(draft);
  latest.current = draft;

  const dirty = isDirty(draft);
  const known = draft.base.version;
  const overtaken = dirty && row.version > known;
  useEffect(() => {
    if (!overtaken && !saving && row.version >= known) dispatch({ type: "rebase", row });
  }, [row, overtaken, saving, known]);

  function refuse(reason: unknown): undefined {
    const fault = asApiError(reason);
    const named = fault.field ? { [fault.field]: fault.message, ...fault.fields } : fault.fields;
    const at = fields.filter(({ key }) => key in named);
    dispatch({ type: "faults", faults: named });
    if (at.length < Object.keys(named).length || at.length === 0) setError(reason);
    if (at[0]) onRefused(at[0]);
    if (fault.code === "conflict") queries.invalidateQueries({ queryKey: keys.records });
  }

  async function send(given: Draft): Promise<api.Row> {
    const { id, version } = given.base;
    const values = valuesToSave(given);
    const done = await Records.Save({ table: tableKey, id, version, values, complete: true });
    const fresh = await Records.Get(tableKey, done.id || id);
    queries.setQueryData([...keys.records, tableKey, fresh.id], fresh);
    dispatch({ type: "saved", row: fresh, sent: given.changes });
    return fresh;
  }

  async function saveDraft(given: Draft): Promise<api.Row | undefined> {
    setError(undefined);
    const wrong = faulty({ ...given, faults: {} }, fields);
    if (wrong[0]) {
      dispatch({ type: "check" });
      onRefused(wrong[0]);
      return undefined;
    }
    if (given.base.id && !isDirty(given)) return given.base;
    setSaving(true);
    try {
      return await send(given);
    } catch (reason) {
      return refuse(reason);
    } finally {
      setSaving(false);
    }
  }

  function startOver() {
    setError(undefined);
    dispatch({ type: "reset", row });
  }
  async function save() {
    await leaveField();
    return saveDraft(latest.current);
  }

  return {
    table,
    draft,
    isNew: draft.base.id === "",
    dirty,
    saving,
    error,
    theirs: overtaken && !saving ? row : undefined,
    dispatch,
    save,
    takeTheirs: startOver,
    saveMine: () => {
      dispatch({ type: "rebase", row });
      return saveDraft(reduce(latest.current, { type: "rebase", row }));
    },
    restart: startOver,
  };
}

/** Makes the field that has the focus take what stands in it, and gives the focus back. */
async function leaveField(): Promise<void> {
  const field = document.activeElement;
  if (!(field instanceof HTMLElement) || !field.matches("input, textarea, [contenteditable]"))
    return;
  field.blur();
  field.focus({ preventScroll: true });
  await new Promise((resolve) => setTimeout(resolve));
}
