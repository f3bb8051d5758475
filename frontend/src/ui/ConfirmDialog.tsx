import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { ErrorNotice } from "./ErrorNotice";

interface Props {
  open: boolean;
  title: string;
  children?: ReactNode;
  /** What the button does, as a verb: "Delete 3 systems". */
  confirm: string;
  cancel?: string;
  /** Marks what cannot be taken lightly. */
  danger?: boolean;
  /** Runs before the dialog closes; when it fails, the dialog stays and says why. */
  onConfirm(): void | Promise<void>;
  onClose(): void;
}

/** Asks before something is done. Escape and Cancel leave everything as it was. */
export function ConfirmDialog(props: Props) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const close = () => {
    setError(undefined);
    props.onClose();
  };
  const run = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await props.onConfirm();
      props.onClose();
    } catch (reason) {
      setError(reason);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      modalType="alert"
      open={props.open}
      onOpenChange={(_, { open }) => !open && !busy && close()}
    >
      <DialogSurface className="dialog-narrow">
        <DialogBody>
          <DialogTitle>{props.title}</DialogTitle>
          <DialogContent>
            {props.children}
            {error !== undefined && <ErrorNotice error={error} />}
          </DialogContent>
          <DialogActions>
            <Button disabled={busy} onClick={close}>
              {props.cancel ?? "Cancel"}
            </Button>
            <Button
              appearance="primary"
              className={props.danger ? "danger" : undefined}
              disabled={busy}
              onClick={run}
            >
              {props.confirm}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
