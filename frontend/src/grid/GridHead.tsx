import { ArrowDownRegular } from "@fluentui/react-icons/svg/arrow-down";
import { ArrowUpRegular } from "@fluentui/react-icons/svg/arrow-up";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { type MouseEvent, memo, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { isCut } from "../ui";
import type { GridColumn, GridTable } from "./useColumns";
import { useHeadDrag } from "./useHeadDrag";

interface Props {
  gridId: string;
  table: GridTable;
  columns: GridColumn[];
  /** The column whose header the person is in. */
  active: string | undefined;
  /** All rows are picked, some are, none is; undefined when rows cannot be picked. */
  picked: "all" | "some" | "none" | undefined;
  onPickAll(): void;
  onSort(key: string, add: boolean): void;
  onMove(key: string, before: string | undefined): void;
  onFit(key: string): void;
  onMenu(key: string, target: HTMLElement): void;
}

/**
 * The labels of the columns: a click sorts, the edge is dragged or double-clicked, the arrow opens a menu. What
 * they do is what was said last, and is no reason to render them: the grid is rendered with every keystroke.
 */
export function GridHead(props: Props) {
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const [acts] = useState(() => ({
    onPickAll: () => latest.current.onPickAll(),
    onSort: (key: string, add: boolean) => latest.current.onSort(key, add),
    onMove: (key: string, before: string | undefined) => latest.current.onMove(key, before),
    onFit: (key: string) => latest.current.onFit(key),
    onMenu: (key: string, target: HTMLElement) => latest.current.onMenu(key, target),
  }));
  return <Heads {...props} {...acts} />;
}

const Heads = memo(function Heads(props: Props) {
  const { columns, picked, onPickAll } = props;
  const drag = useHeadDrag(columns, props.onMove);
  return (
    <div role="rowgroup" className="grid-head-group">
      <div
        role="row"
        className={
          drag.over === undefined ? "grid-row grid-head" : "grid-row grid-head grid-dragging"
        }
        aria-rowindex={1}
      >
        {picked && <CheckAll picked={picked} onPickAll={onPickAll} />}
        {columns.map((column, i) => (
          <HeadCell
            key={column.key}
            {...props}
            column={column}
            at={picked ? i + 2 : i + 1}
            dropped={dropOf(drag.over, column, columns)}
            onGrab={drag.grab}
            wasDragged={drag.wasDragged}
          />
        ))}
      </div>
    </div>
  );
}, isSame);

/** The table is another one with every rendering; what heads show of it is in its state. */
function isSame(a: Props, b: Props): boolean {
  const shown: (keyof Props)[] = ["gridId", "columns", "active", "picked"];
  return a.table.state === b.table.state && shown.every((key) => a[key] === b[key]);
}

function CheckAll({ picked, onPickAll }: Pick<Props, "picked" | "onPickAll">) {
  return (
    <div role="columnheader" className="grid-cell grid-check" aria-colindex={1}>
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label="Select all rows"
        checked={picked === "all"}
        ref={(box) => {
          if (box) box.indeterminate = picked === "some";
        }}
        onChange={onPickAll}
      />
    </div>
  );
}

function dropOf(over: string | undefined, column: GridColumn, columns: GridColumn[]) {
  if (over === column.key) return "before";
  return over === "" && column === columns.at(-1) ? "after" : undefined;
}

interface HeadCellProps extends Props {
  column: GridColumn;
  at: number;
  /** On which side of it the dragged column would land. */
  dropped: "before" | "after" | undefined;
  onGrab(key: string, event: MouseEvent): void;
  wasDragged(): boolean;
}

function HeadCell(props: HeadCellProps) {
  const { gridId, table, column, at, active, dropped } = props;
  const { key, field, primary, look } = column;
  const model = table.getColumn(key);
  const sorted = model?.getIsSorted();
  const looks = [look, "grid-head-cell"];
  if (active === key) looks.push("grid-active");
  if (dropped) looks.push(`grid-drop-${dropped}`);
  return (
    <div
      role="columnheader"
      id={`${gridId}-head-${key}`}
      className={looks.join(" ")}
      aria-colindex={at}
      aria-sort={sorted ? (sorted === "asc" ? "ascending" : "descending") : "none"}
      data-head={key}
      onMouseDown={(event) => !primary && props.onGrab(key, event)}
    >
      <button
        type="button"
        className="grid-label"
        tabIndex={-1}
        onMouseEnter={tellLabel}
        onClick={(event) => !props.wasDragged() && props.onSort(key, event.shiftKey)}
      >
        <span>{field.label}</span>
      </button>
      {!primary && <span className="grip" aria-hidden title="Drag to move the column" />}
      <MenuButton label={field.label} onMenu={(target) => props.onMenu(key, target)}>
        {sorted ? (
          <SortArrow down={sorted === "desc"} place={placeOf(table, key)} />
        ) : (
          <ChevronDownRegular />
        )}
      </MenuButton>
      <Edge table={table} name={key} onFit={() => props.onFit(key)} />
    </div>
  );
}

/** A label that is cut tells all of itself to the pointer. */
function tellLabel({ currentTarget: button }: MouseEvent<HTMLElement>) {
  const label = button.firstElementChild;
  button.title = label && isCut(label) ? (label.textContent ?? "") : "";
}

/** Which place a column has among several that are sorted by; 0 when it is the only one. */
function placeOf(table: GridTable, key: string): number {
  const sorting = table.state.sorting;
  return sorting.length > 1 ? sorting.findIndex(({ id }) => id === key) + 1 : 0;
}

function SortArrow({ down, place }: { down: boolean; place: number }) {
  const Arrow = down ? ArrowDownRegular : ArrowUpRegular;
  return (
    <>
      <Arrow />
      {place > 0 && place}
    </>
  );
}

interface MenuButtonProps {
  label: string;
  onMenu(target: HTMLElement): void;
  children: ReactNode;
}

/** It has a place of its own beside the label, where it also tells how the column is sorted. */
function MenuButton({ label, onMenu, children }: MenuButtonProps) {
  return (
    <button
      type="button"
      className="grid-menu"
      tabIndex={-1}
      aria-label={`Column ${label}`}
      aria-haspopup="menu"
      onMouseDown={(event) => event.stopPropagation()}
      onClick={(event) => {
        event.stopPropagation();
        onMenu(event.currentTarget);
      }}
    >
      {children}
    </button>
  );
}

/** The edge by which a column is made wider or narrower. */
function Edge({ table, name, onFit }: { table: GridTable; name: string; onFit(): void }) {
  const header = table.getFlatHeaders().find((h) => h.column.id === name);
  const resize = header?.getResizeHandler();
  return (
    <span
      className="grid-edge"
      aria-hidden
      onMouseDown={(event) => {
        event.stopPropagation();
        event.preventDefault();
        resize?.(event);
      }}
      onTouchStart={resize}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={onFit}
    />
  );
}
