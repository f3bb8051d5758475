import { Button } from "@fluentui/react-components";
import { Import } from "../api";
import { fileName, folderName, Icon, Modal } from "../ui";
import { useCatalogue } from "./catalogue";
import { useFiles } from "./files";
import { useGo } from "./go";

interface Props {
  /** The files that wait to be brought in; none when they are chosen afterwards. */
  paths?: string[];
  onClose(): void;
}

/** Asks which catalogue a spreadsheet goes into, and goes on to the import. */
export function ChooseCatalogue({ paths, onClose }: Props) {
  const files = useFiles();
  const go = useGo();
  const { recent } = useCatalogue();
  const then = async (entered: Promise<boolean>) => {
    if (!(await entered)) return;
    onClose();
    go.import(paths);
  };
  const decline = () => {
    if (paths) void Import.Forget(paths);
    onClose();
  };
  const what = paths?.length ? paths.map(fileName).join(", ") : "the spreadsheet";
  return (
    <Modal
      className="dialog-narrow"
      title="Which catalogue should it go into?"
      actions={<Button onClick={decline}>Cancel</Button>}
      onClose={decline}
    >
      <div className="stack">
        <p>
          A catalogue is one file that holds all your records. Choose the one that takes in {what}.
          Nothing is written before you have seen what would change.
        </p>
        <div className="choice-list">
          <Button icon={<Icon name="newFile" />} onClick={() => then(files.create())}>
            A new catalogue
          </Button>
          <Button icon={<Icon name="openFile" />} onClick={() => then(files.open())}>
            A catalogue from a file
          </Button>
          {(recent ?? [])
            .filter((r) => !r.missing)
            .map((r) => (
              <Button
                key={r.path}
                icon={<Icon name="database" />}
                onClick={() => then(files.openPath(r.path))}
              >
                <span className="stack-tight">
                  {r.name}
                  <span className="quiet small">{folderName(r.path)}</span>
                </span>
              </Button>
            ))}
        </div>
      </div>
    </Modal>
  );
}
