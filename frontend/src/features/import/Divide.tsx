import { Button, Dropdown, Field, Option, Select, Text } from "@fluentui/react-components";
import { useState } from "react";
import type { api } from "../../api";
import { useModel } from "../../model";
import { Icon, Modal } from "../../ui";
import { counted } from "../../ui/format";
import { sheetOptions, undivided, withSheet } from "./options";
import { session } from "./useSession";
import { columnName } from "./wording";

interface Props {
  sheet: api.PlanSheet;
  onDivide(): void;
}

/** The way to give the rows of one sheet to several tables. */
export function Divide({ sheet, onDivide }: Props) {
  const by = sheet.proposal && sheet.columns.find((c) => c.column === sheet.proposal?.column);
  const label = by ? `Divide by “${by.header}”…` : "Divide…";
  return (
    <Button
      size="small"
      className="import-divide"
      icon={<Icon name="columns" />}
      onClick={onDivide}
    >
      {sheet.part ? "Rows by table…" : label}
    </Button>
  );
}

interface DialogProps {
  /** The sheet, or a part of it. */
  sheet: api.PlanSheet;
  options: api.ImportOptions;
  onClose(): void;
}

/**
 * Which column says what a row is, and which table the rows of each of its values go to. Once the sheet is
 * divided every answer counts at once.
 */
export function DivideDialog({ sheet, options, onClose }: DialogProps) {
  const at = { file: sheet.file, sheet: sheet.sheet };
  const given = sheetOptions(options, at).divide;
  const [proposed] = useState(sheet.proposal);
  const division = given ?? proposed;
  const set = (divide: typeof division) => session.correct(withSheet(options, at, { divide }));
  const column = sheet.columns.find((c) => c.column === division?.column);
  const undo = () => {
    session.correct(undivided(options, at));
    onClose();
  };
  return (
    <Modal
      title="Rows by table"
      className="import-divide-dialog"
      onClose={onClose}
      actions={
        given ? (
          <>
            <Button onClick={undo}>Do not divide</Button>
            <Button appearance="primary" onClick={onClose}>
              Done
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button
              appearance="primary"
              disabledFocusable={!division}
              onClick={() => division && set(division)}
            >
              Divide
            </Button>
          </>
        )
      }
    >
      <Field label="The column that says what a row is">
        <Dropdown
          placeholder="Choose a column"
          value={column ? columnName(column) : ""}
          selectedOptions={division ? [String(division.column)] : []}
          onOptionSelect={(_, { optionValue }) => set({ column: Number(optionValue), tables: {} })}
          listbox={{ className: "import-listbox" }}
        >
          {sheet.columns.map((c) => (
            <Option key={c.column} value={String(c.column)}>
              {columnName(c)}
            </Option>
          ))}
        </Dropdown>
      </Field>
      {division && sheet.values.length > 0 && (
        <Values
          values={sheet.values}
          chosen={division.tables}
          fixed={!given}
          onChoose={(value, table) =>
            set({ ...division, tables: { ...division.tables, [value]: table } })
          }
        />
      )}
    </Modal>
  );
}

interface ValuesProps {
  values: api.DividedValue[];
  chosen: Record<string, string>;
  /** Nothing is chosen before the sheet is divided. */
  fixed: boolean;
  onChoose(value: string, table: string): void;
}

function Values({ values, chosen, fixed, onChoose }: ValuesProps) {
  const tables = useModel().tables.toSorted((a, b) => a.plural.localeCompare(b.plural));
  return (
    <ul className="import-divided" aria-label="Values and their tables">
      {values.map(({ value, table, rows }) => (
        <li key={value}>
          <Text truncate wrap={false} title={value}>
            {value || "(blank)"}
          </Text>
          <Text className="quiet import-figures">{counted(rows, "row")}</Text>
          <Select
            size="small"
            disabled={fixed}
            aria-label={`Rows with ${value || "no value"} are`}
            value={chosen[value] ?? table}
            onChange={(_, data) => onChoose(value, data.value)}
          >
            <option value="">Left out</option>
            {tables.map((t) => (
              <option key={t.key} value={t.key}>
                {t.plural}
              </option>
            ))}
          </Select>
        </li>
      ))}
    </ul>
  );
}
