import { Button, Checkbox, Input, Field as Labelled } from "@fluentui/react-components";
import { type FormEvent, useId, useState } from "react";
import type { Table } from "../../../api";
import { ErrorNotice, Modal } from "../../../ui";

/** What is said of a view when it is saved. */
export interface ViewWords {
  label: string;
  shared: boolean;
  /** The table's list begins with it. */
  first: boolean;
}

interface Props {
  table: Table;
  title: string;
  confirm: string;
  start: ViewWords;
  onSave(words: ViewWords): Promise<void>;
  onClose(): void;
}

/** Asks for a view's name, and for whom it is. */
export function SaveViewDialog({ table, title, confirm, start, onSave, onClose }: Props) {
  const [words, setWords] = useState(start);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const form = useId();
  const change = (patch: Partial<ViewWords>) => setWords((before) => ({ ...before, ...patch }));
  const save = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    onSave(words).then(onClose, (reason: unknown) => {
      setError(reason);
      setBusy(false);
    });
  };
  const actions = (
    <>
      <Button disabled={busy} onClick={onClose}>
        Cancel
      </Button>
      <Button appearance="primary" type="submit" form={form} disabled={busy || !words.label.trim()}>
        {confirm}
      </Button>
    </>
  );
  return (
    <Modal alert className="dialog-narrow" title={title} actions={actions} onClose={onClose}>
      <form id={form} className="stack" onSubmit={save}>
        <Labelled label="Name" required>
          <Input
            autoFocus
            maxLength={100}
            value={words.label}
            onChange={(_, { value }) => change({ label: value })}
          />
        </Labelled>
        <Checkbox
          label="Share it with everybody who opens this catalogue"
          checked={words.shared}
          onChange={(_, { checked }) => change({ shared: checked === true })}
        />
        <Checkbox
          label={`Begin with it whenever I open ${table.plural}`}
          checked={words.first}
          onChange={(_, { checked }) => change({ first: checked === true })}
        />
        {error !== undefined && <ErrorNotice error={error} />}
      </form>
    </Modal>
  );
}
