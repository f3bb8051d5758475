import { Button, Select } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { Field, Table } from "../../../api";
import { kindOf } from "../../../fields";
import { Icon } from "../../../ui";
import { type Conditions, type Draft, fieldOf } from "./useConditions";

interface Props {
  table: Table;
  conditions: Conditions;
}

/** The conditions on fields, each with the input of its kind. What is complete acts at once. */
export function FilterPanel({ table, conditions }: Props) {
  const { drafts, close, clear } = conditions;
  return (
    <aside className="card filter-panel" aria-label={`Filter of ${table.plural}`}>
      <div className="row spread">
        <h2 className="section-title">Filter</h2>
        <Button
          appearance="subtle"
          size="small"
          aria-label="Close the filter"
          icon={<Icon name="dismiss" />}
          onClick={close}
        />
      </div>
      {drafts.length === 0 && (
        <p className="quiet">Rows are shown that meet every condition. Begin with a field.</p>
      )}
      <div className="filter-conditions">
        {drafts.map((draft) => (
          <Condition key={draft.id} table={table} draft={draft} conditions={conditions} />
        ))}
      </div>
      <FieldPicker table={table} onPick={conditions.begin} />
      {drafts.length > 0 && (
        <Button appearance="subtle" size="small" onClick={clear}>
          Clear the filter
        </Button>
      )}
    </aside>
  );
}

function Condition({ table, draft, conditions }: Props & { draft: Draft }) {
  const field = fieldOf(table, draft.condition.attribute);
  const place = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (draft.isNew) place.current?.querySelector("select")?.focus();
  }, [draft.isNew]);
  if (!field) return null;
  const { Filter } = kindOf(field);
  return (
    <fieldset className="filter-condition" ref={place}>
      <legend className="row spread">
        <span>{field.label}</span>
        <Button
          appearance="subtle"
          size="small"
          aria-label={`Remove the condition on ${field.label}`}
          icon={<Icon name="dismiss" size={16} />}
          onClick={() => conditions.remove(draft.id)}
        />
      </legend>
      <Filter
        field={field}
        condition={draft.condition}
        onChange={(condition) => conditions.change(draft.id, condition)}
      />
    </fieldset>
  );
}

function FieldPicker({ table, onPick }: { table: Table; onPick(key: string): void }) {
  const fields = [...table.fields].sort(byLabel);
  return (
    <Select
      aria-label="Add a condition on a field"
      value=""
      onChange={(_, { value }) => value && onPick(value)}
    >
      <option value="">Add a condition on …</option>
      {fields.map(({ key, label }) => (
        <option key={key} value={key}>
          {label}
        </option>
      ))}
    </Select>
  );
}

function byLabel(a: Field, b: Field): number {
  return a.label.localeCompare(b.label);
}
