import type { ReactNode, Ref } from "react";
import type { api, schema } from "../api";
import type { ListQuery } from "./rows";

/** What is picked in a grid, for whoever acts on it. */
export interface GridSelection {
  count: number;
  /** The picked records as Go wants them named. */
  records: api.Selection;
  /** The row, where exactly one is picked and it is in memory. */
  one: api.Row | undefined;
  /** What the first of them are called, as far as they are in memory. */
  names: readonly string[];
  /** The states of the picked rows that are in memory. */
  states: ReadonlySet<string>;
}

/** What may be asked of a grid from outside: by commands, for instance. */
export interface GridHandle {
  focus(): void;
  /** Asks for other rows of the list than its properties say yet, which must soon say the same. */
  ask(change: Partial<ListQuery>): void;
  editCell(): void;
  chooseColumns(): void;
  refresh(): void;
  copy(): void;
  pickNothing(): void;
  /** Goes to a line and shows it at the top. */
  goTo(row: number): void;
  /** Opens or closes every group. */
  toggleGroups(open: boolean): void;
}

/** What a grid shows now. */
export interface GridNow {
  /** How many records there are, undefined before the first answer. */
  total: number | undefined;
  /** The question that the rows answer, undefined before the first answer. */
  query: ListQuery | undefined;
  /** The fields shown, in their order. */
  columns: string[];
  selection: GridSelection;
}

export interface RecordGridProps {
  table: string;
  /** Its name for screen readers: "Active IT Systems". */
  label: string;
  /** The field shown first and opened, in place of the one that names the record. */
  lead?: string;
  /** The fields shown, also of linked records ("lookup.field"). */
  columns: string[];
  /**
   * Takes what columns the person chooses; undefined for those that the list came with. Where it is
   * absent the grid remembers them itself.
   */
  onColumnsChange?(columns: string[] | undefined): void;
  /** The key of a view whose filter holds as well. */
  view?: string;
  filter?: schema.Filter;
  search?: string;
  order: schema.Order[];
  onOrderChange(order: schema.Order[]): void;
  /** Cells can be edited in place. */
  editable?: boolean;
  /** Rows can be picked. */
  selectable?: boolean;
  onOpen(row: api.Row): void;
  /** Rows with the same value of a field stand together under a line of their own. */
  group?: schema.GroupBy;
  /** Offers to group by a column in its menu; null lets rows stand one after the other. */
  onGroup?(group: schema.GroupBy | null): void;
  /** Figures below the rows. */
  totals?: schema.Measure[];
  onTotals?(totals: schema.Measure[]): void;
  /** Stands at the end of the line below the rows, of the list that they show. */
  foot?(query: ListQuery): ReactNode;
  /** Under what the columns are remembered. */
  layoutKey: string;
  /** Shown in place of rows when there are none. */
  empty?: ReactNode;
  /** Grows with its rows up to so many, instead of filling the place that it stands in. */
  maxRows?: number;
  onNow?(now: GridNow): void;
  /** Offers to filter by a column in its menu. */
  onFilterColumn?(field: string): void;
  /** Asks whether the picked records shall be deleted, and deletes them. */
  onDelete?(): void;
  ref?: Ref<GridHandle>;
}
