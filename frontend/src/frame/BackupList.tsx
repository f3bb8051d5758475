import { Button, Spinner } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type api, asApiError, Catalogue } from "../api";
import { useRefusal } from "../commands";
import { counted, ErrorNotice, fileSize, moment } from "../ui";
import { AskPassphrase } from "./AskPassphrase";
import { useCatalogue } from "./catalogue";
import { keys } from "./queries";
import { useSafety } from "./safety";

interface Props {
  /** The catalogue's file. */
  path: string;
  onRestored?(): void;
}

/** The backups of a catalogue, the latest first, each restored by one click. */
export function BackupList({ path, onRestored }: Props) {
  const { data, error } = useQuery({
    queryKey: [...keys.backups, path],
    queryFn: () => Catalogue.Backups(path),
    staleTime: 0,
  });
  const { busy, failed, locked, restore, stop } = useRestore(path, onRestored);
  if (error) return <ErrorNotice error={error} />;
  if (!data) return null;
  if (data.backups.length === 0) return <p className="quiet">No backup has been taken yet.</p>;
  return (
    <>
      {failed !== undefined && <ErrorNotice error={failed} />}
      <ul className="backup-list" aria-label="Backups">
        {data.backups.map((backup) => (
          <Line
            key={backup.path}
            backup={backup}
            busy={busy === backup.path}
            disabled={busy !== ""}
            of={path}
            onRestore={() => restore(backup.path)}
          />
        ))}
      </ul>
      {locked && (
        <AskPassphrase
          title="This backup is encrypted"
          confirm="Restore"
          onGiven={(passphrase) => restore(locked, passphrase, true)}
          onClose={stop}
        >
          Give the passphrase that the catalogue had when the backup was taken.
        </AskPassphrase>
      )}
    </>
  );
}

const needsPassphrase = ["locked", "wrong-passphrase"];

function useRestore(path: string, onRestored?: () => void) {
  const safety = useSafety();
  const [busy, setBusy] = useState("");
  const [failed, setFailed] = useState<unknown>();
  const [locked, setLocked] = useState("");
  async function restore(backup: string, passphrase = "", asked = false) {
    setBusy(backup);
    setFailed(undefined);
    try {
      await safety.restore(path, backup, passphrase);
      setLocked("");
      onRestored?.();
    } catch (reason) {
      if (asked) throw reason; // told where it was asked
      if (needsPassphrase.includes(asApiError(reason).code)) setLocked(backup);
      else setFailed(reason);
    } finally {
      setBusy("");
    }
  }
  return { busy, failed, locked, restore, stop: () => setLocked("") };
}

interface LineProps {
  backup: api.Backup;
  busy: boolean;
  disabled: boolean;
  of: string;
  onRestore(): void;
}

function Line({ backup, busy, disabled, of, onRestore }: LineProps) {
  const refusal = useRefusal();
  const { open, path } = useCatalogue();
  const when = moment(backup.time);
  const refused = open && path === of && refusal !== "";
  return (
    <li>
      <span className="tabular" title={backup.path}>
        {when}
      </span>
      <span className="quiet tabular">{fileSize(backup.size)}</span>
      <span className="quiet">
        {[reasons[backup.why], since(backup)].filter(Boolean).join(" · ")}
      </span>
      <Button
        size="small"
        disabled={disabled || refused}
        icon={busy ? <Spinner size="extra-tiny" aria-hidden /> : undefined}
        aria-label={`Restore the backup of ${when}`}
        onClick={onRestore}
      >
        Restore
      </Button>
    </li>
  );
}

const reasons: Record<string, string> = {
  scheduled: "Scheduled",
  "on-demand": "Taken by hand",
  "before-update": "Before an update of Cadastre",
  "before-restore": "Before a restore",
};

/** What the open catalogue has had since a backup. */
function since({ known, same, later, seq }: api.Backup): string {
  if (!known) return seq > 0 ? `at change ${seq}` : "";
  if (!same) return "holds changes that are not in the catalogue now";
  return later === 0 ? "nothing has changed since" : `${counted(later, "change")} since`;
}
