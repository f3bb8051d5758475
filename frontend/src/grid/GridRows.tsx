import { type ReactNode, type RefObject, useLayoutEffect } from "react";
import type { api, Table } from "../api";
import { todayText } from "./due";
import { GridRow } from "./GridRow";
import type { Place } from "./moves";
import { isPicked, type Picked } from "./picked";
import type { RowScroll, Sight } from "./rowScroll";
import type { Rows } from "./rows";
import type { Saver } from "./saver";
import type { GridColumn } from "./useColumns";
import { useSight } from "./useSight";

interface Props {
  gridId: string;
  table: Table;
  rows: Rows;
  /** The version of the rows: the component is rendered anew with each. */
  version: number;
  saver: Saver;
  columns: GridColumn[];
  scroll: RowScroll;
  scroller: RefObject<HTMLElement | null>;
  selectable: boolean;
  picked: Picked;
  /** The place that the person is in. */
  at: Place;
  editing: { row: api.Row; column: GridColumn } | undefined;
  editor: ReactNode;
}

/** The rows in sight and some around them. */
export function GridRows(props: Props) {
  const { rows, version, scroll, scroller, editing, at } = props;
  const { sight, first, last } = useSight(scroll, scroller, rows.total);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version may lack what was there
  useLayoutEffect(() => rows.show(first, last), [rows, first, last, version]);

  const indexes = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  // Where the person is and what they type stays, however far it is scrolled away.
  for (const kept of new Set([at.row, editing ? rows.indexOf(editing.row.id) : -1]))
    if (kept >= 0 && kept < rows.total && (kept < first || kept > last)) indexes.push(kept);
  const seen = new Set<string>();
  return indexes.map((index) => {
    const row = rows.at(index);
    // While newer rows come in, a record may stand in two places for a moment.
    const key = row && !seen.has(row.id) ? row.id : `at ${index}`;
    seen.add(key);
    return <Row key={key} {...props} row={row} index={index} sight={sight} />;
  });
}

function Row({
  row,
  index,
  sight,
  ...props
}: Props & { row?: api.Row; index: number; sight: Sight }) {
  const { gridId, table, columns, scroll, selectable, picked, at, editing, editor } = props;
  const isEdited = row !== undefined && editing?.row.id === row.id;
  return (
    <GridRow
      gridId={gridId}
      table={table}
      row={row}
      index={index}
      top={scroll.topOf(index, sight)}
      columns={columns}
      selectable={selectable}
      picked={row !== undefined && isPicked(picked, row.id)}
      active={at.row === index ? columns[at.column]?.key : undefined}
      today={todayText()}
      refused={row && props.saver.refusedOf(row.id)}
      editing={isEdited ? editing.column.key : undefined}
      editor={isEdited ? editor : undefined}
    />
  );
}
