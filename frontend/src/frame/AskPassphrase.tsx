import { Button, Field, Input } from "@fluentui/react-components";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { ErrorNotice, Modal } from "../ui";

interface Props {
  title: string;
  children: ReactNode;
  confirm: string;
  /** Rejects when the passphrase is another one; the dialog then stays and says so. */
  onGiven(passphrase: string): Promise<void>;
  onClose(): void;
}

/** Asks for the passphrase of an encrypted file. */
export function AskPassphrase({ title, children, confirm, onGiven, onClose }: Props) {
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const form = useId();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await onGiven(text);
    } catch (reason) {
      setError(reason);
    }
    setBusy(false);
  };
  const actions = (
    <>
      <Button onClick={onClose}>Cancel</Button>
      <Button type="submit" form={form} appearance="primary" disabled={busy || text === ""}>
        {confirm}
      </Button>
    </>
  );
  return (
    <Modal alert className="dialog-narrow" title={title} actions={actions} onClose={onClose}>
      <form id={form} className="stack" onSubmit={submit}>
        <p>{children}</p>
        <Field label="Passphrase">
          <Input
            type="password"
            autoFocus
            autoComplete="off"
            value={text}
            onChange={(_, { value }) => setText(value)}
          />
        </Field>
        {error !== undefined && <ErrorNotice error={error} />}
      </form>
    </Modal>
  );
}
