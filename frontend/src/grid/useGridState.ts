import { useCallback, useId, useMemo, useRef, useState } from "react";
import type { schema } from "../api";
import { useCataloguePath, usePreferences } from "../frame";
import { useModel } from "../model";
import { settlingFields } from "./due";
import { leftAt } from "./memory";
import { groupedOrder } from "./order";
import { RowScroll } from "./rowScroll";
import { type ListQuery, placeOf } from "./rows";
import type { RecordGridProps } from "./types";
import { useActive } from "./useActive";
import { useBlocks } from "./useBlocks";
import { type ColumnModel, type GridColumn, useColumns } from "./useColumns";
import { useCopyRows } from "./useCopyRows";
import { useEditing } from "./useEditing";
import { useFit, type Widths } from "./useFit";
import { useGroups } from "./useGroups";
import { useHeadActions } from "./useHeadActions";
import { useOrder, useTellOrder } from "./useOrder";
import { usePicked, useSelection } from "./usePicked";
import { useRange } from "./useRange";
import { useRows } from "./useRows";
import { Viewport } from "./viewport";

const none = {};

/** The width of the boxes that pick rows. */
export const checkWidth = 40;

/** Everything that a grid knows while it is shown. */
export function useGridState(props: RecordGridProps) {
  const model = useModel();
  const table = model.table(props.table);
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [viewport] = useState(() => new Viewport(() => scroller.current));
  const rowHeight = usePreferences()[0].density === "compact" ? 28 : 36;
  const [fitted, setFitted] = useState<Widths>(none);

  const [order, setOrder] = useOrder(props.order);
  const columnModel = useColumns({ ...props, order, onOrderChange, fitted });
  const { columns } = columnModel;
  const query = useListQuery({ ...props, order }, columns.map(({ key }) => key).join(" "));
  const list = `${useCataloguePath()} ${props.layoutKey} ${placeOf(query)}`;
  const { rows, saver, version } = useRows(query, leftAt(list)?.place.row ?? 0);
  useTellOrder(rows, query, order, props.order, props.onOrderChange);
  /** Asks for another list, of which the rows that will be in sight come first. */
  const ask = (change: Partial<ListQuery>) => {
    const inSight = scroll.rowsInView(scroll.look()) + 1;
    rows.ask({ ...query, ...change }, 0, props.group ? undefined : inSight);
  };
  /** Rows are asked for first: they are on their way while the heads show the order. */
  function onOrderChange(next: schema.Order[]) {
    ask({ order: groupedOrder(props.group, next) });
    setOrder(next);
  }
  const groups = useGroups(rows, query, props.group, props.totals);
  const { total } = rows;
  const scroll = useMemo(
    () => new RowScroll(() => viewport, total, rowHeight, rowHeight),
    [viewport, total, rowHeight],
  );
  const active = useActive({ rows, scroll, scroller, columns: columns.length, list, fitted });
  const range = useRange(rows, active.at, columns.length);
  const blocks = useBlocks({ table, rows, saver, columns, range });
  const dragging = useRef(false);
  const [finding, setFinding] = useState(false);
  const picks = usePicked(rows, query);
  const selection = useSelection(rows, query, picks.picked);
  const focus = useCallback(() => scroller.current?.focus({ preventScroll: true }), []);
  const editing = useEditing({ table: table.key, gridId, rows, saver, onClosed: focus });
  const roomBeside = (lacking: GridColumn[]) =>
    roomOf(viewport, columnModel, lacking, props.selectable ? checkWidth : 0);
  const { widthOf, fits } = useFit(
    rows,
    columns,
    fitted,
    setFitted,
    roomBeside,
    leftAt(list)?.fitted,
  );
  const head = useHeadActions({
    ...props,
    onOrderChange,
    model: columnModel,
    widthOf,
    at: active.at.row,
  });
  const copy = useCopyRows(rows, columns, picks.picked);
  return {
    ...{
      props,
      model,
      table,
      gridId,
      scroller,
      viewport,
      rowHeight,
      columnModel,
      columns,
      rows,
      saver,
      version,
    },
    ...{ list, ask, range, blocks, dragging, finding, setFinding },
    ...{ total, query, groups, fits, scroll, active, picks, selection, focus, editing, head, copy },
  };
}

export type GridState = ReturnType<typeof useGridState>;

/** The width of the place that is left beside all columns but the lacking ones. */
function roomOf(
  viewport: Viewport,
  { instance, columns }: ColumnModel,
  lacking: GridColumn[],
  staying: number,
): number {
  viewport.look();
  return columns
    .filter((column) => !lacking.includes(column))
    .reduce(
      (room, { key }) => room - (instance.getColumn(key)?.getSize() ?? 0),
      viewport.clientWidth - staying,
    );
}

/** The question that the props put, with the fields that tell which dates are overdue. */
function useListQuery(props: RecordGridProps, keys: string): ListQuery {
  const model = useModel();
  const { table, view = "", filter = none, search = "", order, group } = props;
  const sorted = useMemo(() => groupedOrder(group, order), [group, order]);
  return useMemo(() => {
    const shown = keys.split(" ");
    const settling = settlingFields(model, model.table(table), shown).filter(
      (k) => !shown.includes(k),
    );
    return { table, view, columns: [...shown, ...settling], filter, search, order: sorted };
  }, [model, table, view, keys, filter, search, sorted]);
}
