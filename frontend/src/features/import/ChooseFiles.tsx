import { Button, Text } from "@fluentui/react-components";
import { useState } from "react";
import { Import } from "../../api";
import { keysText, useCommands } from "../../commands";
import { usePasteIn } from "../../frame";
import { ErrorNotice, Icon, useFail } from "../../ui";
import { SavedMappings, useMappings } from "./SavedMappings";
import { session } from "./useSession";

/** Asks for files and begins with them; nothing happens when the question is cancelled. */
export function useChooseFiles(): () => void {
  const fail = useFail();
  return () => {
    const begin = (paths: string[] | null) => (paths?.length ? session.begin(paths) : undefined);
    Import.Choose().then(begin).catch(fail);
  };
}

/** Where an import begins. */
export function ChooseFiles({ error }: { error?: unknown }) {
  const choose = useChooseFiles();
  const pasteIn = usePasteIn();
  const mappings = useMappings().data ?? [];
  const [listed, setListed] = useState(false);
  useCommands([
    {
      id: "import.choose",
      label: "Choose files to import",
      icon: "openFile",
      section: "Import",
      run: choose,
    },
  ]);
  return (
    <section className="import-choose" aria-labelledby="import-title">
      <h1 id="import-title" className="page-title ellipsis">
        Import
      </h1>
      {error !== undefined && <ErrorNotice title="The files could not be read." error={error} />}
      <section aria-label="Files" className="import-drop">
        <Icon name="import" size={32} className="quiet" />
        <Text size={400} weight="semibold">
          Drop spreadsheets on the window, choose them, or paste copied rows
        </Text>
        <div className="import-actions">
          <Button appearance="primary" autoFocus onClick={choose}>
            Choose files…
          </Button>
          <Button icon={<Icon name="paste" />} onClick={() => pasteIn()}>
            Paste copied rows
          </Button>
        </div>
        <Text className="quiet" align="center">
          Excel workbooks (.xlsx, .xlsm), CSV and TSV files, and Configuration Migration packages
          (.zip), as they are; or rows with their headers, copied in a spreadsheet, a web page or a
          message and pasted here with {keysText("Mod+V")}.
        </Text>
      </section>
      <ol className="import-steps">
        <li>The sheets, header rows and columns are recognised; you correct what is not right.</li>
        <li>You see row by row and cell by cell what would change, and every problem.</li>
        <li>
          You apply it as one change, which undo takes back whole. Until then nothing is written.
        </li>
      </ol>
      {mappings.length > 0 && (
        <Button appearance="subtle" icon={<Icon name="map" />} onClick={() => setListed(true)}>
          Saved mappings…
        </Button>
      )}
      {listed && <SavedMappings onClose={() => setListed(false)} />}
    </section>
  );
}
