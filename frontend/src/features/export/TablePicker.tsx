import { Button, Checkbox, SearchBox } from "@fluentui/react-components";
import { useState } from "react";
import { useCatalogue } from "../../frame";
import { useModel } from "../../model";
import { count } from "../../ui";

interface Props {
  picked: readonly string[];
  onPick(tables: string[]): void;
}

/** Tables to tick, with the number of their records; those that hold something come first. */
export function TablePicker({ picked, onPick }: Props) {
  const [text, setText] = useState("");
  const counts = useCatalogue().counts ?? {};
  const wanted = text.trim().toLowerCase();
  const size = (key: string) => counts[key] ?? 0;
  const tables = useModel()
    .tables.filter((t) => t.plural.toLowerCase().includes(wanted))
    .toSorted(
      (a, b) =>
        Number(size(b.key) > 0) - Number(size(a.key) > 0) || a.plural.localeCompare(b.plural),
    );
  const toggle = (key: string, on: boolean) =>
    onPick(on ? [...picked, key] : picked.filter((k) => k !== key));
  return (
    <>
      <div className="row spread">
        <SearchBox
          size="small"
          placeholder="Search tables"
          aria-label="Search tables"
          value={text}
          onChange={(_, { value }) => setText(value)}
        />
        <Button
          size="small"
          onClick={() => onPick(tables.filter((t) => size(t.key) > 0).map((t) => t.key))}
        >
          All with records
        </Button>
      </div>
      <fieldset className="export-box export-tables" aria-label="Tables">
        {tables.map((t) => (
          <div key={t.key} className="export-table">
            <Checkbox
              label={t.plural}
              checked={picked.includes(t.key)}
              onChange={(_, { checked }) => toggle(t.key, checked === true)}
            />
            <span className="quiet">{size(t.key) > 0 && count(size(t.key))}</span>
          </div>
        ))}
      </fieldset>
    </>
  );
}
