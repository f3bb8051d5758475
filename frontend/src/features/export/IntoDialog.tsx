import { Checkbox } from "@fluentui/react-components";
import { useState } from "react";
import { Export } from "../../api";
import { ExportFrame } from "./ExportFrame";
import { useExport } from "./useExport";

/** Writes what the catalogue says into a copy of a workbook that Power Apps exported. */
export function IntoDialog({ onClose }: { onClose(): void }) {
  const exporting = useExport();
  const [grow, setGrow] = useState(true);
  const run = async () => {
    if (await exporting.start(() => Export.Into(grow))) onClose();
  };
  return (
    <ExportFrame
      title="Fill in a Power Apps workbook"
      exporting={exporting}
      onClose={onClose}
      label="Choose the workbook…"
      onStart={run}
    >
      <p className="export-text">
        In Power Apps, open the view and choose <b>Export to Excel</b>, <b>Static worksheet</b>.
        Choose that workbook here, and where its copy goes.
      </p>
      <ul className="export-notes">
        <li>Cells that say something else than the catalogue are changed; all others stay.</li>
        <li>
          Layout, formats, and the hidden columns by which Power Apps knows its records stay as they
          are, so that Power Apps takes the workbook back.
        </li>
      </ul>
      <Checkbox
        label="Add records made here that the workbook does not list, as new rows"
        checked={grow}
        onChange={(_, { checked }) => setGrow(checked === true)}
      />
    </ExportFrame>
  );
}
