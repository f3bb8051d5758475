import { Button, Field, Radio, RadioGroup, Select } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { type api, Catalogue } from "../../api";
import { BackupList, keys, useCatalogue, usePreferences, useSafety } from "../../frame";
import { Icon, useFail } from "../../ui";

const amounts = [3, 5, 10, 20, 50];

/** When backups are taken by themselves, where they go, and those that there are. */
export function BackupCard() {
  const { open, scratch, path } = useCatalogue();
  const [{ backups }, change] = usePreferences();
  const fail = useFail();
  const set = (patch: Partial<api.BackupSettings>) =>
    change({ backups: { ...backups, ...patch } }).catch(fail);
  return (
    <>
      <Field
        label="Take a backup"
        hint="Shortly after a catalogue is opened that has changed since its last backup. One is always taken before a restore and before an update of the file."
      >
        <RadioGroup
          layout="horizontal"
          value={backups.every || "day"}
          onChange={(_, { value }) => set({ every: value })}
        >
          <Radio value="day" label="Once a day" />
          <Radio value="week" label="Once a week" />
          <Radio value="never" label="Never" />
        </RadioGroup>
      </Field>
      <Field label="Keep the latest" className="settings-amount">
        <Select
          value={String(backups.keep || 10)}
          onChange={(_, { value }) => set({ keep: Number(value) })}
        >
          {[...new Set([...amounts, backups.keep || 10])]
            .toSorted((a, b) => a - b)
            .map((n) => (
              <option key={n} value={n}>
                {n} backups
              </option>
            ))}
        </Select>
      </Field>
      <Folder folder={backups.folder} onChoose={(folder) => set({ folder })} />
      {open && !scratch && <Taken path={path} />}
    </>
  );
}

interface FolderProps {
  folder: string;
  onChoose(folder: string): Promise<void>;
}

function Folder({ folder, onChoose }: FolderProps) {
  const fail = useFail();
  const choose = async () => {
    try {
      const chosen = await Catalogue.ChooseFolder();
      if (chosen) await onChoose(chosen);
    } catch (error) {
      fail(error);
    }
  };
  return (
    <div className="stack">
      <span id="backup-folder">Where they are kept</span>
      <span className="quiet settings-path">
        {folder || "Beside each catalogue, in a folder of its name"}
      </span>
      <div className="row">
        <Button icon={<Icon name="openFile" />} aria-describedby="backup-folder" onClick={choose}>
          Choose a folder…
        </Button>
        {folder && <Button onClick={() => onChoose("")}>Beside each catalogue</Button>}
      </div>
    </div>
  );
}

function Taken({ path }: { path: string }) {
  const { backUpNow } = useSafety();
  const { data } = useQuery({
    queryKey: [...keys.backups, path],
    queryFn: () => Catalogue.Backups(path),
  });
  return (
    <div className="stack settings-backups">
      <div className="row spread">
        <h3 className="settings-heading">Backups of this catalogue</h3>
        <Button icon={<Icon name="backup" />} onClick={backUpNow}>
          Back up now
        </Button>
      </div>
      {data && data.backups.length > 0 && (
        <span className="quiet small settings-path">In {data.folder}</span>
      )}
      <BackupList path={path} />
    </div>
  );
}
