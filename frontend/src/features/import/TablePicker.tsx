import { Field } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { api, Field as FieldOf } from "../../api";
import { Combobox } from "../../fields/parts/Combobox";
import { findNames } from "../../fields/text/names";
import { useModel } from "../../model";
import { tableNames } from "./tableNames";

interface Props {
  sheet: api.PlanSheet;
  /** The key of the table that the rows are taken for, "" for none. */
  current: string;
  onChoose(table: string): void;
}

const rowsAre: FieldOf = {
  num: 0,
  key: "table",
  logicalName: "table",
  label: "Rows are",
  kind: "text",
  required: true,
};

/** Says which table the rows of a sheet belong to. */
export function TablePicker({ sheet, current, onChoose }: Props) {
  const id = useId();
  const { tables } = useModel();
  const [words, setWords] = useState<string>();
  const [wrong, setWrong] = useState<string>();
  const text = tables.find((t) => t.key === current)?.plural ?? "";
  const pick = (name: string) => {
    const table = tables.find((t) => t.plural === name)?.key;
    if (table && table !== current) onChoose(table);
  };
  return (
    <Field label={rowsAre.label} className="import-field-table">
      <Combobox
        id={id}
        field={rowsAre}
        value={text}
        text={text}
        items={findNames(tableNames(tables, sheet), words)}
        placeholder="Choose a table"
        disabled={sheet.part !== ""}
        invalid={wrong}
        keeps
        nothing="No table is called that."
        onWords={setWords}
        onPick={(item) => pick(item.text)}
        onChange={() => {}}
        onUnreadable={(_, why) => setWrong(why)}
      />
    </Field>
  );
}
