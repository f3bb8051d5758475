import { Checkbox, Field as Labelled, Select } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { type Field, Records, type Table } from "../../../api";
import { kindOf } from "../../../fields";
import { keys } from "../../../frame";
import type { GridSelection } from "../../../grid";
import { ConfirmDialog, count } from "../../../ui";
import { useActs } from "./useActs";

interface Props {
  table: Table;
  selection: GridSelection;
  onClose(): void;
}

interface Draft {
  value: unknown;
  text: string;
  /** Why what was typed is no value. */
  why?: string;
}

const blank: Draft = { value: null, text: "" };

/** Sets one field of many records to one value. */
export function BulkEditDialog({ table, selection, onClose }: Props) {
  const { records, setField, job } = useActs(table);
  const fields = table.fields.filter(isSettable).sort((a, b) => a.label.localeCompare(b.label));
  const [field, setFieldChosen] = useState<Field>();
  const [draft, setDraft] = useState(blank);
  const [clears, setClears] = useState(false);
  const which = records(selection.count);
  const given = !clears && draft.value !== null;
  const asked =
    field && (given || clears) ? { [field.key]: clears ? null : draft.value } : undefined;
  const differing = useDiffering(selection, asked);
  const changed = records(differing ?? selection.count);
  const confirm = async () => {
    if (draft.why && !clears) throw new Error(draft.why);
    if (field) await setField(selection, field, clears ? null : draft.value);
  };
  return (
    <ConfirmDialog
      open
      title={`Edit ${which}`}
      confirm={clears ? `Clear it on ${changed}` : `Change ${changed}`}
      ready={asked ? differing !== 0 : draft.why !== undefined}
      danger={clears}
      job={job}
      onConfirm={confirm}
      onClose={onClose}
    >
      <div className="stack">
        <Labelled label="Field">
          <Select
            value={field?.key ?? ""}
            onChange={(_, { value }) => {
              setFieldChosen(fields.find(({ key }) => key === value));
              setDraft(blank);
              setClears(false);
            }}
          >
            <option value="">Choose a field</option>
            {fields.map(({ key, label }) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
          </Select>
        </Labelled>
        {field && !clears && <Value key={field.key} {...{ field, draft }} onChange={setDraft} />}
        {field && !field.required && (
          <Checkbox
            label={`Leave ${field.label} empty`}
            checked={clears}
            onChange={(_, { checked }) => setClears(checked === true)}
          />
        )}
        {asked && <Differing {...{ differing, records }} of={selection.count} />}
      </div>
    </ConfirmDialog>
  );
}

/** How many records will change; undefined while that is not known. */
function useDiffering({ records }: GridSelection, values: Record<string, unknown> | undefined) {
  const { data } = useQuery({
    queryKey: [...keys.records, "differing", records, values],
    queryFn: () => Records.Differing(records, values ?? {}),
    enabled: values !== undefined,
  });
  return data;
}

interface DifferingProps {
  differing: number | undefined;
  of: number;
  records(n: number): string;
}

/** Says how many records will change: not those that hold the value already. */
function Differing({ differing, of, records }: DifferingProps) {
  const same = of - (differing ?? of);
  return (
    <p className="quiet" role="status">
      {differing === undefined ? "Counting…" : `${records(differing)} will change.`}
      {same > 0 && ` ${count(same)} ${same === 1 ? "holds" : "hold"} this already.`} You can undo
      it.
    </p>
  );
}

interface ValueProps {
  field: Field;
  draft: Draft;
  onChange(draft: Draft): void;
}

function Value({ field, draft, onChange }: ValueProps) {
  const id = useId();
  const { Input } = kindOf(field);
  return (
    <div className="stack">
      <label id={`${id}-label`} htmlFor={id}>
        New value
      </label>
      <Input
        id={id}
        labelledBy={`${id}-label`}
        field={field}
        value={draft.value}
        text={draft.text}
        invalid={draft.why}
        onChange={(value, text) =>
          onChange({ value: value ?? null, text: text ?? String(value ?? "") })
        }
        onUnreadable={(_, why) => onChange({ ...draft, why })}
      />
    </div>
  );
}

/** What the program fills or composes is left out, and text that is long and each record's own. */
function isSettable(field: Field): boolean {
  return !field.system && !field.parts?.length && field.kind !== "richtext";
}
