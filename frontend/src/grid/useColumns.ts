import {
  type ColumnDef,
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { api, Field, schema } from "../api";
import { type FieldKind, kindOf } from "../fields";
import { useLayout } from "../frame";
import { useModel } from "../model";

/** A column as rows and headers show it. Its width is not here, so that a change of it makes no row anew. */
export interface GridColumn {
  key: string;
  field: Field;
  kind: FieldKind;
  /** The column that names the record: it comes first and stays in sight. */
  primary: boolean;
}

/** What is remembered of a grid's columns. */
interface Layout {
  columns?: string[];
  widths?: Record<string, number>;
}

export const narrowest = 56;
export const widest = 900;

const features = tableFeatures({
  columnOrderingFeature,
  columnVisibilityFeature,
  columnSizingFeature,
  columnResizingFeature,
  rowSortingFeature,
});
type Features = typeof features;

const none: api.Row[] = [];
const usual = {};

interface Options {
  table: string;
  /** The columns shown as long as the person has chosen no others. */
  columns: string[];
  layoutKey: string;
  order: schema.Order[];
  onOrderChange(order: schema.Order[]): void;
  /** Widths that fit what the columns hold. */
  fitted: Record<string, number>;
}

/** The columns of a grid: which, in what order, how wide, sorted how; remembered by the layout's key. */
export function useColumns({ table, columns, layoutKey, order, onOrderChange, fitted }: Options) {
  const model = useModel();
  const { fields, primary } = model.table(table);
  const [layout, setLayout] = useLayout<Layout>(`grid ${layoutKey}`, usual);
  const [dragged, setDragged] = useState<Record<string, number>>();
  const shown = useStable(placed(layout.columns ?? columns, primary, fields));

  const defs = useMemo(() => fields.map(definition), [fields]);
  const widths = dragged ?? layout.widths;
  const state = useMemo(() => {
    const rest = fields.map((f) => f.key).filter((key) => !shown.includes(key));
    return {
      columnOrder: [...shown, ...rest],
      columnVisibility: Object.fromEntries(rest.map((key) => [key, false])),
      columnSizing: { ...fitted, ...widths },
      sorting: order.map((o) => ({ id: o.attribute, desc: o.descending })),
    };
  }, [fields, shown, fitted, widths, order]);

  const setColumns = useCallback(
    (next: string[] | undefined) => setLayout({ ...layout, columns: next }),
    [layout, setLayout],
  );
  const instance = useTable({
    features,
    columns: defs,
    data: none,
    state,
    columnResizeMode: "onChange",
    manualSorting: true,
    sortDescFirst: false,
    enableSortingRemoval: false,
    onColumnSizingChange: (update) =>
      setDragged((before) => settled(update, before ?? state.columnSizing)),
    onColumnOrderChange: (update) =>
      setColumns(settled(update, state.columnOrder).filter((key) => shown.includes(key))),
    onColumnVisibilityChange: (update) =>
      setColumns(visible(settled(update, state.columnVisibility), shown, fields)),
    onSortingChange: (update) =>
      onOrderChange(
        settled(update, state.sorting).map(({ id, desc }) => ({ attribute: id, descending: desc })),
      ),
  });

  const resizing = instance.state.columnResizing.isResizingColumn !== false;
  useEffect(() => {
    if (!dragged || resizing) return;
    const changed = Object.entries(dragged).filter(([key, width]) => width !== fitted[key]);
    setLayout({ ...layout, widths: Object.fromEntries(changed) });
    setDragged(undefined);
  }, [dragged, resizing, fitted, layout, setLayout]);

  const gridColumns = useMemo(
    () => shown.map((key) => columnOf(model.field(table, key), primary)),
    [model, table, primary, shown],
  );
  return { instance, columns: gridColumns, setColumns, reset: () => setLayout(usual) };
}

export type ColumnModel = ReturnType<typeof useColumns>;
export type GridTable = ColumnModel["instance"];

function definition(field: Field): ColumnDef<Features, api.Row> {
  return {
    id: field.key,
    header: field.label,
    accessorFn: (row) => row.display[field.key],
    size: kindOf(field).width,
    minSize: narrowest,
    maxSize: widest,
  };
}

function columnOf(field: Field, primary: string): GridColumn {
  return { key: field.key, field, kind: kindOf(field), primary: field.key === primary };
}

/** The columns that the table has, the one that names the record first. */
function placed(columns: string[], primary: string, fields: Field[]): string[] {
  const known = new Set(fields.map((f) => f.key));
  return [primary, ...columns.filter((key) => key !== primary && known.has(key))];
}

/** The columns shown before that still are, and behind them those that are new. */
function visible(visibility: Record<string, boolean>, shown: string[], fields: Field[]): string[] {
  const isShown = (key: string) => visibility[key] !== false;
  const added = fields.map((f) => f.key).filter((key) => isShown(key) && !shown.includes(key));
  return [...shown.filter(isShown), ...added];
}

function settled<T>(update: T | ((before: T) => T), before: T): T {
  return typeof update === "function" ? (update as (before: T) => T)(before) : update;
}

/** The same array as long as it holds the same. */
function useStable(list: string[]): string[] {
  const text = list.join("\n");
  return useMemo(() => text.split("\n"), [text]);
}
