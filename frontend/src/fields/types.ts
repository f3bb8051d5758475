import type { FC, ReactNode } from "react";
import type { Field, schema } from "../api";
import type { CatalogueModel } from "../model";

/** What a cell of a grid shows. */
export interface CellProps {
  field: Field;
  /** The stored form: text, code, number, id, ISO date; undefined or null when blank. */
  value: unknown;
  /** The text to show; rich text comes as plain text. */
  text: string;
  /** What stands in the record's other fields, as far as it is known. */
  beside?: Record<string, unknown>;
}

/** What an input of a form, a grid cell or a filter works with. */
export interface InputProps extends CellProps {
  id: string;
  /** Tells each change as it is made: the stored form, null when blank, and its text where that differs. */
  onChange: (value: unknown, text?: string) => void;
  /** The person is done with the field (Enter in a single line, a pick from a list). */
  onCommit?: () => void;
  /** The person leaves without wanting the change (Escape). */
  onCancel?: () => void;
  /** What stands in the input cannot be read as a value: the words and why; nothing once it can. */
  onUnreadable?: (raw?: string, why?: string) => void;
  /** Text that stands in the input at first instead of the value's: a key typed on a grid cell. */
  seed?: string;
  autoFocus?: boolean;
  /** A short sentence about what is wrong. */
  invalid?: string;
  /** The value may be read and copied but not changed. */
  disabled?: boolean;
  /** In a cell of a grid: no label beside it, no frame of its own. */
  compact?: boolean;
  /** The id of the label where the field has one; its name is the field's label otherwise. */
  labelledBy?: string;
  describedBy?: string;
  placeholder?: string;
}

/** What a filter on one field edits: operator and values of one condition. */
export interface FilterProps {
  field: Field;
  condition: schema.Condition;
  onChange: (condition: schema.Condition) => void;
  /** How many records have each choice, by code; undefined while that is not known. */
  counts?: Record<string, number>;
}

/** A way to compare a field with something. */
export interface Operator {
  /** The operator's key in a condition. */
  key: string;
  label: string;
  /** What it compares with: nothing, one value, any of several, two values, a number of days. */
  takes: "nothing" | "value" | "values" | "range" | "days";
}

/** What a kind of field brings to grids, forms and filters. */
export interface FieldKind {
  /** A function without hooks: a component of its own for each of hundreds of cells would cost more than they do. */
  cell(props: CellProps, model: CatalogueModel): ReactNode;
  Input: FC<InputProps>;
  /** The operator and what it compares with. */
  Filter: FC<FilterProps>;
  /** The first is the usual one. */
  operators: Operator[];
  align: "start" | "end";
  /** The width in pixels that a column of the kind likes. */
  width: number;
}
