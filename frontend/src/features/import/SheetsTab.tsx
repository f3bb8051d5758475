import "./sheets.css";
import { Divider, mergeClasses, Tab, TabList, Text } from "@fluentui/react-components";
import { useState } from "react";
import type { api } from "../../api";
import { EmptyState } from "../../ui";
import { counted, fileName } from "../../ui/format";
import { Answers } from "./Answers";
import { ColumnsTable } from "./ColumnsTable";
import { DivideDialog } from "./Divide";
import { useNames } from "./names";
import { type At, sameSheet } from "./options";
import { SheetHead } from "./SheetHead";
import type { Group } from "./ValuesTab";
import { sheetName, unplaced } from "./wording";

interface Props {
  plan: api.Plan;
  options: api.ImportOptions;
  /** Shows the values of a field that are to be decided. */
  onValues(of: Group): void;
}

/** How the files were understood, sheet by sheet, and the answers that hold for all of them. */
export function SheetsTab({ plan, options, onValues }: Props) {
  const [chosen, setChosen] = useState("");
  const [dividing, setDividing] = useState<At>();
  const divided = dividing && plan.sheets.find((s) => sameSheet(s, dividing) && !s.derived);
  const shown = plan.sheets.find((s) => idOf(s) === chosen) ?? firstTaken(plan);
  // A correction that leaves the sheet without its table does not lead to another one.
  if (chosen === "" && shown?.table) setChosen(idOf(shown));
  return (
    <div className="import-sheets">
      <div className="import-pane">
        <TabList
          vertical
          aria-label="Sheets"
          selectedValue={shown ? idOf(shown) : ""}
          onTabSelect={(_, { value }) => setChosen(String(value))}
        >
          {plan.sheets.map((sheet) => (
            <Tab key={idOf(sheet)} value={idOf(sheet)} className="import-sheet">
              <SheetEntry sheet={sheet} files={options.paths.length} />
            </Tab>
          ))}
        </TabList>
        {plan.notes.length > 0 && (
          <ul className="import-notes" aria-label="About the files">
            {plan.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
        <Divider />
        <Answers plan={plan} options={options} />
      </div>
      {shown ? (
        <section className="import-columns" aria-label={`Sheet ${sheetName(shown)}`}>
          <SheetHead
            key={idOf(shown)}
            sheet={shown}
            options={options}
            onDivide={() => setDividing(shown)}
          />
          {shown.columns.length > 0 && (
            <ColumnsTable sheet={shown} options={options} onValues={onValues} />
          )}
        </section>
      ) : (
        <EmptyState
          icon="table"
          title="There is no sheet with rows in these files"
          text="Choose other files, or check that the file holds a header row and rows below it."
        />
      )}
      {divided && (
        <DivideDialog sheet={divided} options={options} onClose={() => setDividing(undefined)} />
      )}
    </div>
  );
}

function idOf({ file, sheet, part }: api.PlanSheet): string {
  return `${file}\n${sheet}\n${part}`;
}

/** The sheet to look at first: one that brings rows. */
function firstTaken(plan: api.Plan): api.PlanSheet | undefined {
  return plan.sheets.find((s) => s.table) ?? plan.sheets[0];
}

function SheetEntry({ sheet, files }: { sheet: api.PlanSheet; files: number }) {
  const names = useNames();
  const missing = unplaced(sheet).length;
  const holds = names.table(sheet.table)?.plural;
  const facts = sheet.table
    ? [
        sheet.part ? "" : holds,
        counted(sheet.counts.read, "row"),
        missing ? `${missing} not placed` : "",
      ]
    : [sheet.counts.read > 0 ? `Left out · ${counted(sheet.counts.read, "row")}` : "Empty"];
  return (
    <span className="import-sheet-entry">
      <Text truncate wrap={false} className={mergeClasses(!sheet.table && "quiet")}>
        {sheet.part ? (holds ?? "Left out") : sheetName(sheet)}
      </Text>
      <Text size={200} className="quiet two-lines">
        {facts.filter(Boolean).join(" · ")}
      </Text>
      {sheet.part && (
        <Text size={200} truncate wrap={false} className="quiet">
          {sheetName(sheet)}
        </Text>
      )}
      {files > 1 && sheetName(sheet) !== fileName(sheet.file) && (
        <Text size={200} truncate wrap={false} className="quiet">
          {fileName(sheet.file)}
        </Text>
      )}
    </span>
  );
}
