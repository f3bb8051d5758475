import { Button } from "@fluentui/react-components";
import { Icon, Modal } from "../ui";
import { BackupList } from "./BackupList";
import { useCatalogue } from "./catalogue";
import { useSafety } from "./safety";

interface Props {
  path: string;
  name: string;
  onClose(): void;
}

/** The backups of a catalogue, open or not. */
export function BackupsDialog({ path, name, onClose }: Props) {
  const { open, path: openPath } = useCatalogue();
  const { backUpNow } = useSafety();
  const actions = (
    <>
      {open && path === openPath && (
        <Button icon={<Icon name="backup" />} onClick={backUpNow}>
          Back up now
        </Button>
      )}
      <Button appearance="primary" onClick={onClose}>
        Close
      </Button>
    </>
  );
  return (
    <Modal title={`Backups of “${name}”`} actions={actions} onClose={onClose}>
      <div className="stack">
        <p className="quiet">
          Restoring puts a backup in the place of the catalogue. What is there now becomes a backup
          first, so that you can go back.
        </p>
        <BackupList path={path} onRestored={onClose} />
      </div>
    </Modal>
  );
}
