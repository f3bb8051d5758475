import { type ReactNode, useLayoutEffect, useMemo, useRef } from "react";
import type { api, Table } from "../api";
import type { CellColumn } from "./across";
import { todayText } from "./due";
import { GridRow } from "./GridRow";
import { GroupRow } from "./GroupRow";
import type { Place } from "./moves";
import { isPicked, type Picked } from "./picked";
import type { RowScroll, Sight } from "./rowScroll";
import type { Rows } from "./rows";
import type { Saver } from "./saver";
import { useAcross } from "./useAcross";
import type { GridColumn } from "./useColumns";
import type { Range } from "./useRange";
import { renderedFor, useCalm, useSight } from "./useSight";
import type { Viewport } from "./viewport";

interface Props {
  gridId: string;
  table: Table;
  rows: Rows;
  /** The version of the rows: the component is rendered anew with each. */
  version: number;
  saver: Saver;
  columns: GridColumn[];
  /** The widths of the columns, and of what stays before them. */
  widths: number[];
  staying: number;
  scroll: RowScroll;
  viewport: Viewport;
  selectable: boolean;
  picked: Picked;
  /** The place that the person is in. */
  at: Place;
  /** The cells that are marked. */
  range: Range;
  /** What the rows are put together by, for people. */
  by: string;
  editing: { row: api.Row; column: GridColumn } | undefined;
  editor: ReactNode;
}

export const groupId = (gridId: string, index: number) => `${gridId}-group-${index}`;

/** Rows by position, and what stands for all that they were drawn by. */
interface Drawn {
  of: object | undefined;
  rows: ReadonlyMap<number, ReactNode>;
}

/** The rows in sight and, once a new list has settled, some around them. */
export function GridRows(props: Props) {
  const { rows, version, scroll, viewport, editing, at } = props;
  const wanted = useSight(scroll, viewport);
  const edits = editing ? props.columns.indexOf(editing.column) : -1;
  const across = useAcross(viewport, props.columns, props.widths, props.staying, [
    at.column,
    edits,
  ]);
  const calm = useCalm(rows.list, viewport);
  const { first: from, last: to } = renderedFor(scroll, wanted, rows.total);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version may lack what was there
  useLayoutEffect(() => {
    if (calm) rows.show(from, to);
  }, [rows, calm, from, to, version]);
  const sight = useFilled(rows, scroll, wanted);
  const { pool, first, last } = renderedFor(scroll, sight, rows.total);
  const before = useRef<Drawn>({ of: undefined, rows: new Map() });
  // While only others come into sight, what is there is not looked at again.
  const shift = sight.from - sight.scrolled;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one for each thing that rows are drawn by
  const of = useMemo(() => ({}), [props, across.usual, across.own, shift, pool, calm]);
  const stay = calm && before.current.of === of;
  const now = new Map<number, ReactNode>();
  useLayoutEffect(() => {
    before.current = { of, rows: now };
  });

  const row = (key: string, index: number) => (
    <Row key={key} {...props} row={rows.at(index)} across={across} index={index} sight={sight} />
  );
  const [top, bottom] = [scroll.rowAt(sight), scroll.lastAt(sight)];
  const isDue = (index: number) => calm || index === at.row || (index >= top && index <= bottom);
  const edited = editing ? rows.indexOf(editing.row.id) : -1;
  // A row that leaves on one side lends its elements to the one that comes on the other. They keep
  // their place among their siblings, as moving them would cost as much as making them anew.
  const slots: ReactNode[] = Array.from({ length: pool });
  for (let index = first; index <= last; index++) {
    if (index === edited) continue;
    const slot = index % pool;
    const drawn = before.current.rows.get(index);
    slots[slot] = isDue(index) ? (stay && drawn) || row(`slot ${slot}`, index) : drawn;
    now.set(index, slots[slot]);
  }
  // Where the person is and what they type stays, however far it is scrolled away.
  if (edited >= 0) slots.push(row("edited", edited));
  const isKept = at.row >= 0 && at.row < rows.total && at.row !== edited;
  if (isKept && (at.row < first || at.row > last)) slots.push(row("kept", at.row));
  return slots;
}

/**
 * What is shown of the rows: what is wanted as soon as it is there, until then what was shown before.
 * Whoever scrolls faster than rows come sees the earlier ones a moment longer, and never none.
 */
function useFilled(rows: Rows, scroll: RowScroll, wanted: Sight): Sight {
  const shown = useRef<{ sight: Sight; list: number }>(undefined);
  const before = shown.current;
  const isThere = rows.has(scroll.rowAt(wanted), scroll.rowAt(wanted) + scroll.rowsInView(wanted));
  const stays = !isThere && before?.list === rows.list && before.sight.view === wanted.view;
  const sight = stays ? { ...before.sight, scrolled: wanted.scrolled } : wanted;
  useLayoutEffect(() => {
    if (isThere) shown.current = { sight: wanted, list: rows.list };
  });
  return sight;
}

interface RowProps extends Props {
  row: api.Row | undefined;
  across: { usual: CellColumn[]; own: CellColumn[] };
  index: number;
  sight: Sight;
}

function Row({ row, across, index, sight, ...props }: RowProps) {
  const { gridId, table, rows, columns, scroll, selectable, picked, at, editing, editor } = props;
  const grouped = rows.groupAt(index);
  if (grouped)
    return (
      <GroupRow
        id={groupId(gridId, index)}
        {...grouped}
        by={props.by}
        index={index}
        top={scroll.topOf(index, sight)}
        columns={columns.length + (selectable ? 1 : 0)}
        active={at.row === index}
      />
    );
  const { rect, many } = props.range;
  const marked = many && index >= rect.top && index <= rect.bottom;
  const isEdited = row !== undefined && editing?.row.id === row.id;
  return (
    <GridRow
      gridId={gridId}
      table={table}
      row={row}
      index={index}
      top={scroll.topOf(index, sight)}
      cells={at.row === index || isEdited ? across.own : across.usual}
      selectable={selectable}
      picked={row !== undefined && isPicked(picked, row.id)}
      active={at.row === index ? columns[at.column]?.key : undefined}
      from={marked ? rect.left : -1}
      to={marked ? rect.right : -1}
      today={todayText()}
      refused={row && props.saver.refusedOf(row.id)}
      editing={isEdited ? editing.column.key : undefined}
      editor={isEdited ? editor : undefined}
    />
  );
}
