import { Button } from "@fluentui/react-components";
import { useCatalogue, useFiles, useGo } from "../../frame";
import { counted, Icon, useCopy } from "../../ui";

/** Where the open catalogue is, and how to keep a copy of it. */
export function CatalogueCard() {
  const { path, records, seq } = useCatalogue();
  const files = useFiles();
  const go = useGo();
  const [copied, copy] = useCopy();
  return (
    <>
      <p className="settings-path">{path}</p>
      <p className="quiet">
        {counted(records, "record")}, {counted(seq, "change")} in its history
      </p>
      <div className="row">
        <Button icon={<Icon name="backup" />} onClick={files.backup}>
          Save a backup elsewhere…
        </Button>
        <Button icon={<Icon name="copy" />} onClick={() => copy(path)}>
          {copied ? "Copied" : "Copy the path"}
        </Button>
        <Button icon={<Icon name="help" />} onClick={() => go.help("where-is-my-data")}>
          Where is my data?
        </Button>
      </div>
    </>
  );
}
