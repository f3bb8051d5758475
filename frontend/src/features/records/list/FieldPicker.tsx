import { Select } from "@fluentui/react-components";
import { useState } from "react";
import type { Field, Table } from "../../../api";
import { useModel } from "../../../model";
import { anyField } from "./CameFrom";
import { relatedName, stepOf } from "./conditionField";

interface Props {
  table: Table;
  onPick(path: string): void;
}

/** Picks what a condition is on: a field here, of a linked record, or of records that link here. */
export function FieldPicker({ table, onPick }: Props) {
  const [from, setFrom] = useState("");
  const model = useModel();
  const lookups = table.fields.filter((field) => field.target).sort(byLabel);
  const links = model.linksTo(table.key);
  const source = model.table(sourceOf(model, table, from));
  const pick = (key: string) => {
    setFrom("");
    onPick(pathOf(key, from));
  };
  return (
    <div className="filter-pick">
      <Select
        aria-label="Add a condition on a field"
        value=""
        onChange={(_, { value }) => value && pick(value)}
      >
        <option value="">{from ? "Choose a field …" : "Add a condition on …"}</option>
        {from.includes(":") && <option value={itself}>Whether there is one</option>}
        {[...source.fields].sort(byLabel).map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
        {from === "" && <option value={imported}>The import that it came from</option>}
      </Select>
      <Select
        size="small"
        aria-label="Whose field it is"
        value={from}
        onChange={(_, { value }) => setFrom(value)}
      >
        <option value="">of {table.label}</option>
        <optgroup label="Of a record that it links to">
          {lookups.map(({ key, label }) => (
            <option key={key} value={key}>
              of {label}
            </option>
          ))}
        </optgroup>
        <optgroup label="Of records that link here">
          {links.map((link) => (
            <option key={stepOf(link)} value={stepOf(link)}>
              of {relatedName(link, table)}
            </option>
          ))}
        </optgroup>
      </Select>
    </div>
  );
}

const itself = ":";
const imported = "::";

function pathOf(key: string, from: string): string {
  if (key === imported) return anyField;
  if (key === itself) return from;
  return from ? `${from}.${key}` : key;
}

function sourceOf(model: ReturnType<typeof useModel>, table: Table, from: string): string {
  const [step = "", via] = from.split(":");
  if (via !== undefined) return step;
  return model.fieldAt(table.key, from)?.target ?? table.key;
}

function byLabel(a: Field, b: Field): number {
  return a.label.localeCompare(b.label);
}
