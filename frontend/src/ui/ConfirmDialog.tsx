import { Button } from "@fluentui/react-components";
import { type ReactNode, useEffect, useState } from "react";
import { type api, asApiError, Jobs } from "../api";
import { ErrorNotice } from "./ErrorNotice";
import { Modal } from "./Modal";
import { Progress } from "./ProgressPanel";

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
  /** Long work that onConfirm waits for: once it takes a while it is shown, and Cancel stops it. */
  job?: api.Job | undefined;
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
    job,
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
      if (asApiError(reason).code !== "cancelled") setError(reason);
      setBusy(false);
    }
  };
  const slow = useSlow(job);
  const stop = () => slow && Jobs.Cancel(slow.id).catch(setError);
  const actions = (
    <>
      <Button disabled={busy && !slow} onClick={busy ? stop : onClose}>
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
        {slow ? <Progress job={slow} /> : children}
        {error !== undefined && <ErrorNotice error={error} />}
      </div>
    </Modal>
  );
}

/** What is done sooner is not worth a word. */
const patience = 400;

/** A job once it takes a while. */
function useSlow(job: api.Job | undefined): api.Job | undefined {
  const [slow, setSlow] = useState("");
  const id = job?.id;
  useEffect(() => {
    if (!id) return;
    const timer = setTimeout(() => setSlow(id), patience);
    return () => clearTimeout(timer);
  }, [id]);
  return job?.id === slow ? job : undefined;
}
