import { Button } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { ErrorNotice } from "./ErrorNotice";
import { Modal } from "./Modal";

interface Props {
  open: boolean;
  title: string;
  children?: ReactNode;
  /** What the button does, as a verb: "Delete 3 systems". */
  confirm: string;
  cancel?: string;
  /** False while something must still be chosen; true when absent. */
  ready?: boolean;
  /** Marks what cannot be taken lightly. */
  danger?: boolean;
  /** Runs before the dialog closes; when it fails, the dialog stays and says why. */
  onConfirm(): void | Promise<void>;
  onClose(): void;
}

/** Asks before something is done. Escape and Cancel leave everything as it was. */
export function ConfirmDialog({ open, ...props }: Props) {
  return open ? <Question {...props} /> : null;
}

function Question(props: Omit<Props, "open">) {
  const {
    title,
    children,
    confirm,
    cancel = "Cancel",
    ready = true,
    danger,
    onConfirm,
    onClose,
  } = props;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const run = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await onConfirm();
      onClose();
    } catch (reason) {
      setError(reason);
      setBusy(false);
    }
  };
  const actions = (
    <>
      <Button disabled={busy} onClick={onClose}>
        {cancel}
      </Button>
      <Button
        appearance="primary"
        className={danger ? "danger" : undefined}
        disabled={busy || !ready}
        onClick={run}
      >
        {confirm}
      </Button>
    </>
  );
  return (
    <Modal
      alert
      className="dialog-narrow"
      title={title}
      actions={actions}
      onClose={() => !busy && onClose()}
    >
      <div className="stack">
        {children}
        {error !== undefined && <ErrorNotice error={error} />}
      </div>
    </Modal>
  );
}
