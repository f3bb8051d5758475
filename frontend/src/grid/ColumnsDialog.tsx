import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Input,
  Select,
} from "@fluentui/react-components";
import { ArrowDownRegular } from "@fluentui/react-icons/svg/arrow-down";
import { ArrowUpRegular } from "@fluentui/react-icons/svg/arrow-up";
import { useState } from "react";
import type { Field, Table } from "../api";
import { type CatalogueModel, useModel } from "../model";
import { moved } from "./order";

interface Props {
  table: Table;
  /** The columns shown, in their order. */
  shown: string[];
  onChange(columns: string[]): void;
  /** Goes back to the columns and widths that the list came with. */
  onReset(): void;
  onClose(): void;
}

/** Chooses which fields are columns, and in what order. Every change shows at once behind it. */
export function ColumnsDialog({ onClose, ...props }: Props) {
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className="columns-dialog">
        <DialogBody>
          <DialogTitle>Columns</DialogTitle>
          <DialogContent>
            <Chooser {...props} />
          </DialogContent>
          <DialogActions position="start">
            <Button appearance="subtle" onClick={props.onReset}>
              Reset
            </Button>
          </DialogActions>
          <DialogActions position="end">
            <Button appearance="primary" onClick={onClose}>
              Done
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Chooser({ table, shown, onChange }: Omit<Props, "onClose" | "onReset">) {
  const model = useModel();
  const [words, setWords] = useState("");
  const [via, setVia] = useState("");
  const rest = fieldsVia(model, table, via).filter((field) => !shown.includes(field.key));
  const listed = [
    ...shown.flatMap((key) => model.fieldAt(table.key, key) ?? []),
    ...rest.sort(byLabel),
  ];
  const found = listed.filter(({ label }) => label.toLowerCase().includes(words.toLowerCase()));
  return (
    <div className="stack">
      <div className="columns-find">
        <Input
          type="search"
          aria-label="Find a field"
          placeholder="Find a field"
          value={words}
          onChange={(_, { value }) => setWords(value)}
        />
        <Select
          aria-label="Whose fields are offered"
          value={via}
          onChange={(_, { value }) => setVia(value)}
        >
          <option value="">Fields of {table.label}</option>
          {lookupsOf(table).map(({ key, label }) => (
            <option key={key} value={key}>
              Fields of its {label}
            </option>
          ))}
        </Select>
      </div>
      <ul className="columns-list" aria-label={`Fields of ${table.label}`}>
        {found.map((field) => (
          <Entry
            key={field.key}
            field={field}
            primary={field.key === table.primary}
            shown={shown}
            onChange={onChange}
          />
        ))}
      </ul>
      {found.length === 0 && <p className="quiet">No field of this table has that name.</p>}
    </div>
  );
}

const lookupsOf = (table: Table) => table.fields.filter(({ target }) => target).sort(byLabel);

/** The fields of a table, or those of the records that one of its lookups links to. */
function fieldsVia(model: CatalogueModel, table: Table, via: string): Field[] {
  const target = via && model.fieldAt(table.key, via)?.target;
  if (!target) return [...table.fields];
  const paths = model.table(target).fields.map(({ key }) => `${via}.${key}`);
  return paths.flatMap((path) => model.fieldAt(table.key, path) ?? []);
}

interface EntryProps {
  field: Field;
  primary: boolean;
  shown: string[];
  onChange(columns: string[]): void;
}

function Entry({ field, primary, shown, onChange }: EntryProps) {
  const { key, label } = field;
  const at = shown.indexOf(key);
  const toggle = () => onChange(at >= 0 ? shown.filter((other) => other !== key) : [...shown, key]);
  return (
    <li className="columns-entry">
      <Checkbox label={label} checked={at >= 0} disabled={primary} onChange={toggle} />
      {at > 0 && (
        <span>
          <Step
            label={`Move ${label} up`}
            disabled={at === 1}
            by={-1}
            {...{ field, shown, onChange }}
          />
          <Step
            label={`Move ${label} down`}
            disabled={at === shown.length - 1}
            by={1}
            {...{ field, shown, onChange }}
          />
        </span>
      )}
    </li>
  );
}

interface StepProps extends Omit<EntryProps, "primary"> {
  label: string;
  disabled: boolean;
  by: 1 | -1;
}

function Step({ label, disabled, by, field, shown, onChange }: StepProps) {
  return (
    <Button
      appearance="subtle"
      size="small"
      aria-label={label}
      disabled={disabled}
      icon={by < 0 ? <ArrowUpRegular /> : <ArrowDownRegular />}
      onClick={() => onChange(moved(shown, field.key, by))}
    />
  );
}

function byLabel(a: Field, b: Field): number {
  return a.label.localeCompare(b.label);
}
