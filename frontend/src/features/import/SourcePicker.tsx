import { Combobox, Field, Option } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { SourceSystems } from "../../api";
import { keys } from "../../frame";

interface Props {
  /** The key of the source system, "" for none. */
  source: string;
  /** The header of the column with the source's own keys, undefined where there is none. */
  keys?: string;
  onChoose(source: string): void;
}

/** Says which source system the rows come from: one that is known, or a new one by its key. */
export function SourcePicker({ source, keys: column, onChoose }: Props) {
  const { data = [] } = useQuery({
    queryKey: [...keys.records, "source-systems"],
    queryFn: () => SourceSystems.List(),
  });
  const [typed, setTyped] = useState<string>();
  const text = (typed ?? "").trim().toLowerCase();
  const found = data.filter(({ key }) => key.toLowerCase().includes(text));
  const choose = (key: string) => {
    setTyped(undefined);
    if (key.trim() !== source) onChoose(key.trim());
  };
  return (
    <Field label="Rows come from" hint={hint(source, column)}>
      <Combobox
        className="import-source"
        freeform
        clearable
        placeholder="No source system"
        value={typed ?? source}
        selectedOptions={source ? [source] : []}
        onChange={(event) => setTyped(event.target.value)}
        onOptionSelect={(_, { optionValue }) => choose(optionValue ?? "")}
        onKeyDown={(event) => {
          if (event.key === "Enter" && typed !== undefined) choose(typed);
        }}
        onBlur={() => typed !== undefined && choose(typed)}
      >
        {found.map(({ key }) => (
          <Option key={key} value={key}>
            {key}
          </Option>
        ))}
      </Combobox>
    </Field>
  );
}

function hint(source: string, column: string | undefined): string {
  if (!source) return "Did another system make this file? Pick it, or type a short name for it.";
  if (column !== undefined) return `“${column}” holds its own key for each row.`;
  return "Does a column hold its own id for each row? Let it go into External key.";
}
