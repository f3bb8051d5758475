import { Button } from "@fluentui/react-components";
import type { api } from "../api";
import { Modal, useFail } from "../ui";
import { AskPassphrase } from "./AskPassphrase";
import { BackupList } from "./BackupList";
import { useSafety } from "./safety";

/** A catalogue that was to be opened and waits: for its passphrase, or for one of its backups. */
export function Pending({ pending }: { pending: api.Pending }) {
  const { unlock } = useSafety();
  const fail = useFail();
  const { path, name, kind, message } = pending;
  const giveUp = () => void unlock("").catch(fail);
  if (kind === "passphrase")
    return (
      <AskPassphrase
        title={`“${name}” is encrypted`}
        confirm="Open"
        onGiven={unlock}
        onClose={giveUp}
      >
        Give the passphrase of {path}.
      </AskPassphrase>
    );
  return (
    <Modal
      title={`“${name}” cannot be opened`}
      actions={<Button onClick={giveUp}>Leave it</Button>}
      onClose={giveUp}
    >
      <div className="stack">
        <p>{message}</p>
        <p>
          There are backups of it. Restoring one opens it; the file as it is now is kept beside
          them.
        </p>
        <BackupList path={path} />
      </div>
    </Modal>
  );
}
