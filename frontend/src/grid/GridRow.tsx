import { type CSSProperties, memo, type ReactNode } from "react";
import type { api, Table } from "../api";
import { type CatalogueModel, useModel } from "../model";
import { useDisplay } from "../ui";
import type { CellColumn } from "./across";
import { CellMessage } from "./CellMessage";
import { isOverdue } from "./due";
import { fitsWhole } from "./fit";
import { Name } from "./Name";
import type { Refused } from "./saver";

export interface RowProps {
  /** The id of the grid, which the id of its active cell begins with. */
  gridId: string;
  table: Table;
  row: api.Row | undefined;
  index: number;
  top: number;
  /** The columns of which it has cells. */
  cells: CellColumn[];
  selectable: boolean;
  picked: boolean;
  /** The column that the person is in, if it is this row. */
  active: string | undefined;
  /** The first and last column whose cells are marked, -1 for none. */
  from: number;
  to: number;
  /** The day that it is. */
  today: string;
  /** The changes of the row that were refused, by column. */
  refused: ReadonlyMap<string, Refused> | undefined;
  /** The column that is being edited, and its editor. */
  editing: string | undefined;
  editor: ReactNode;
}

/** One row. It listens to nothing: the grid does, for all of them. */
export const GridRow = memo(function GridRow(props: RowProps) {
  const { row, index, top, cells, selectable, picked, editing, refused } = props;
  const model = useModel();
  useDisplay(); // its dates and numbers follow a change at once
  const style = { transform: `translateY(${top}px)` };
  if (!row) return <Waiting index={index} style={style} cells={cells} selectable={selectable} />;
  const looks = ["grid-row"];
  if (row.state === "inactive") looks.push("grid-inactive");
  if (editing || refused) looks.push("grid-open");
  return (
    <div
      role="row"
      className={looks.join(" ")}
      aria-rowindex={index + 2}
      aria-selected={selectable ? picked : undefined}
      data-row={index}
      style={style}
    >
      {selectable && <Check name={row.name} picked={picked} />}
      {cells.map((cell) => cellOf(props, row, cell, model))}
    </div>
  );
});

/** A cell is part of its row: as components of their own, hundreds of cells would cost twice as much. */
function cellOf(props: RowProps, row: api.Row, cell: CellColumn, model: CatalogueModel) {
  const { key, field, kind, primary, dated, look } = cell.column;
  const marked = cell.index >= props.from && cell.index <= props.to;
  const isEditing = props.editing === key;
  const refused = props.refused?.get(key);
  const late = dated && isOverdue(model, props.table, key, row, props.today);
  const looks = [look];
  if (props.active === key) looks.push("grid-active");
  if (marked) looks.push("grid-marked");
  if (late) looks.push("grid-overdue");
  if (refused) looks.push("grid-refused");
  if (refused || isEditing) looks.push("grid-cell-open");
  const text = row.display[key] ?? "";
  if (!isNoted(row, primary) && fitsWhole(cell.column, cell.width, text)) looks.push("grid-whole");
  return (
    <div
      key={key}
      role="gridcell"
      id={props.active === key ? `${props.gridId}-${row.id}-${key}` : undefined}
      className={looks.join(" ")}
      style={placeOf(cell, props.selectable)}
      aria-colindex={numberOf(cell, props.selectable)}
      aria-selected={marked ? true : undefined}
      aria-invalid={refused ? true : undefined}
      data-column={key}
    >
      {isEditing && props.editor}
      {!isEditing && primary && Name({ row, text })}
      {!isEditing &&
        !primary &&
        kind.cell({ field, value: row.values[key], text, beside: row.values }, model)}
      {late && <span className="visually-hidden"> (overdue)</span>}
      {refused && !isEditing && <CellMessage text={refused.message} />}
    </div>
  );
}

/** Something stands beside the name. */
const isNoted = (row: api.Row, primary: boolean) =>
  primary && (row.stub || row.state === "inactive");

/** The number of a column, from 1. */
const numberOf = ({ index }: CellColumn, selectable: boolean) => index + (selectable ? 2 : 1);

/** Cells follow one another by themselves. */
const placeOf = (cell: CellColumn, selectable: boolean) =>
  cell.apart ? { gridColumnStart: numberOf(cell, selectable) } : undefined;

function Check({ name, picked }: { name: string; picked: boolean }) {
  return (
    <div role="gridcell" className="grid-cell grid-check" aria-colindex={1} data-check="">
      <input
        type="checkbox"
        tabIndex={-1}
        checked={picked}
        readOnly
        aria-label={`Select ${name}`}
      />
    </div>
  );
}

type WaitingProps = Pick<RowProps, "index" | "cells" | "selectable"> & {
  style: { transform: string };
};

/** A row that is on its way. */
function Waiting({ index, style, cells, selectable }: WaitingProps) {
  return (
    <div role="row" className="grid-row grid-waiting" aria-rowindex={index + 2} style={style}>
      {selectable && <CellWaiting className="grid-cell grid-check" />}
      {cells.map((cell) => (
        <CellWaiting
          key={cell.column.key}
          className={cell.column.look}
          style={placeOf(cell, selectable)}
        />
      ))}
    </div>
  );
}

function CellWaiting(props: { className: string; style?: CSSProperties | undefined }) {
  return <div role="gridcell" {...props} />;
}
