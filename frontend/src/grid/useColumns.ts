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
import { type CatalogueModel, useModel } from "../model";

/** A column as rows and headers show it. Its width is not here, so that a change of it makes no row anew. */
export interface GridColumn {
  key: string;
  field: Field;
  kind: FieldKind;
  /** The column that names the record: it comes first and stays in sight. */
  primary: boolean;
  /** Its dates may ask for something. */
  dated: boolean;
  /** The class of its cells. */
  look: string;
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
  /** The column that comes first, in place of the one that names the record. */
  lead?: string | undefined;
  /** The columns shown as long as the person has chosen no others. */
  columns: string[];
  /** Takes other columns, in place of remembering them here. */
  onColumnsChange?: ((columns: string[] | undefined) => void) | undefined;
  layoutKey: string;
  order: schema.Order[];
  onOrderChange(order: schema.Order[]): void;
  /** Widths that fit what the columns hold. */
  fitted: Record<string, number>;
}

/** The columns of a grid: which, in what order, how wide, sorted how; remembered by the layout's key. */
export function useColumns(options: Options) {
  const { table, columns, onColumnsChange, layoutKey, order, onOrderChange, fitted } = options;
  const model = useModel();
  const primary = options.lead ?? model.table(table).primary;
  const [layout, setLayout] = useLayout<Layout>(`grid ${layoutKey}`, usual);
  const [dragged, setDragged] = useState<Record<string, number>>();
  const chosen = onColumnsChange ? columns : (layout.columns ?? columns);
  const shown = useStable(
    placed(chosen, primary).filter((key) => model.fieldAt(table, key) !== undefined),
  );
  const fields = useMemo(() => fieldsOf(model, table, shown), [model, table, shown]);

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
    (next: string[] | undefined) =>
      onColumnsChange ? onColumnsChange(next) : setLayout({ ...layout, columns: next }),
    [layout, setLayout, onColumnsChange],
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
    () => shown.flatMap((key) => model.fieldAt(table, key) ?? []).map((f) => columnOf(f, primary)),
    [model, table, primary, shown],
  );
  const reset = () => {
    setLayout(usual);
    onColumnsChange?.(undefined);
  };
  return { instance, columns: gridColumns, setColumns, reset };
}

/** The fields of a table, and those of linked records that are shown. */
function fieldsOf(model: CatalogueModel, table: string, shown: string[]): Field[] {
  const further = shown.filter((key) => key.includes("."));
  return [
    ...model.table(table).fields,
    ...further.flatMap((key) => model.fieldAt(table, key) ?? []),
  ];
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
  const { key } = field;
  const kind = kindOf(field);
  const looks = ["grid-cell"];
  if (key === primary) looks.push("grid-sticky");
  if (kind.align === "end") looks.push("grid-end");
  const look = looks.join(" ");
  return { key, field, kind, primary: key === primary, dated: field.due !== undefined, look };
}

/** The column that names the record comes first. */
function placed(columns: string[], primary: string): string[] {
  return [primary, ...columns.filter((key) => key !== primary)];
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
