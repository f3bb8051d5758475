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
import { memo, useMemo, useRef, useState } from "react";
import type { Field, Table } from "../api";
import { type CatalogueModel, useModel } from "../model";
import { moved } from "./order";
import { useChosen } from "./useChosen";

interface Props {
  table: Table;
  /** The columns shown, in their order. */
  shown: string[];
  onChange(columns: string[]): void;
  /** Goes back to the columns and widths that the list came with. */
  onReset(): void;
  onClose(): void;
}

/** Chooses which fields are columns, and in what order. The list behind it follows. */
export function ColumnsDialog({ table, shown, onChange, onReset, onClose }: Props) {
  const { columns, choose, settle, forget } = useChosen(shown, onChange);
  const close = () => {
    settle();
    onClose();
  };
  const reset = () => {
    forget();
    onReset();
  };
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && close()}>
      <DialogSurface className="columns-dialog">
        <DialogBody>
          <DialogTitle>Columns</DialogTitle>
          <DialogContent>
            <Chooser table={table} shown={columns} onChange={choose} />
          </DialogContent>
          <DialogActions position="start">
            <Button appearance="subtle" onClick={reset}>
              Reset
            </Button>
          </DialogActions>
          <DialogActions position="end">
            <Button appearance="primary" onClick={close}>
              Done
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

type ChooserProps = Pick<Props, "table" | "shown" | "onChange">;

function Chooser({ table, shown, onChange }: ChooserProps) {
  const act = useActs(shown, onChange);
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
            at={shown.indexOf(field.key)}
            last={shown.length - 1}
            act={act}
          />
        ))}
      </ul>
      {found.length === 0 && <p className="quiet">No field of this table has that name.</p>}
    </div>
  );
}

interface Acts {
  toggle(key: string): void;
  move(key: string, by: 1 | -1): void;
}

/** What is done with one field; the same for as long as the dialog is open. */
function useActs(shown: string[], onChange: (columns: string[]) => void): Acts {
  const latest = useRef({ shown, onChange });
  latest.current = { shown, onChange };
  return useMemo(() => {
    const change = (next: (columns: string[]) => string[]) =>
      latest.current.onChange(next(latest.current.shown));
    const toggled = (columns: string[], key: string) =>
      columns.includes(key) ? columns.filter((other) => other !== key) : [...columns, key];
    return {
      toggle: (key) => change((columns) => toggled(columns, key)),
      move: (key, by) => change((columns) => moved(columns, key, by)),
    };
  }, []);
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
  /** Its place among the columns, -1 where it is none, and the place of the last. */
  at: number;
  last: number;
  act: Acts;
}

const Entry = memo(function Entry({ field, primary, at, last, act }: EntryProps) {
  const { key, label } = field;
  return (
    <li className="columns-entry">
      <Checkbox
        label={label}
        checked={at >= 0}
        disabled={primary}
        onChange={() => act.toggle(key)}
      />
      {at > 0 && (
        <span>
          <Button
            {...step}
            aria-label={`Move ${label} up`}
            disabled={at === 1}
            icon={<ArrowUpRegular />}
            onClick={() => act.move(key, -1)}
          />
          <Button
            {...step}
            aria-label={`Move ${label} down`}
            disabled={at === last}
            icon={<ArrowDownRegular />}
            onClick={() => act.move(key, 1)}
          />
        </span>
      )}
    </li>
  );
});

const step = { appearance: "subtle", size: "small" } as const;

function byLabel(a: Field, b: Field): number {
  return a.label.localeCompare(b.label);
}
