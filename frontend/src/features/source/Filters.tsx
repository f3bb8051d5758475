import { Dropdown, Option, SearchBox } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { api } from "../../api";
import { useModel } from "../../model";

interface Props {
  page: api.QueuePage;
  filter: api.QueueFilter;
  onChange(change: Partial<api.QueueFilter>): void;
}

/** Narrows what is shown to a source, a table, a text. */
export function Filters({ page, filter, onChange }: Props) {
  const model = useModel();
  const tables = page.tables.map((key) => ({ key, label: model.table(key).plural }));
  const sources = page.sources.map((key) => ({ key, label: key }));
  return (
    <div className="row">
      <Words text={filter.text} onChange={(text) => onChange({ text })} />
      <Picker
        label="Source"
        all="All sources"
        options={sources}
        chosen={filter.source}
        onChoose={(source) => onChange({ source })}
      />
      <Picker
        label="Table"
        all="All tables"
        options={tables}
        chosen={filter.table}
        onChoose={(table) => onChange({ table })}
      />
    </div>
  );
}

/** How long a person rests before what is typed is looked for. */
const rest = 200;

function Words({ text, onChange }: { text: string; onChange(text: string): void }) {
  const [typed, setTyped] = useState(text);
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => onChange(typed), rest);
    return () => clearTimeout(timer);
  });
  return (
    <SearchBox
      className="waiting-words"
      aria-label="Search what waits"
      placeholder="Record, field or value"
      value={typed}
      onChange={(_, { value }) => setTyped(value)}
    />
  );
}

interface PickerProps {
  label: string;
  all: string;
  options: { key: string; label: string }[];
  chosen: string;
  onChoose(key: string): void;
}

function Picker({ label, all, options, chosen, onChoose }: PickerProps) {
  const shown = options.find(({ key }) => key === chosen)?.label ?? (chosen || all);
  return (
    <Dropdown
      className="waiting-picker"
      aria-label={label}
      value={shown}
      selectedOptions={[chosen]}
      onOptionSelect={(_, { optionValue = "" }) => onChoose(optionValue)}
    >
      <Option value="">{all}</Option>
      {options.map(({ key, label }) => (
        <Option key={key} value={key}>
          {label}
        </Option>
      ))}
    </Dropdown>
  );
}
