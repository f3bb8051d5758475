import { Button } from "@fluentui/react-components";
import { type CSSProperties, memo, useImperativeHandle, useLayoutEffect } from "react";
import type { schema } from "../api";
import { ConfirmDialog, count, EmptyState, ErrorNotice } from "../ui";
import { headId } from "./acts";
import { ColumnsDialog } from "./ColumnsDialog";
import { gridEvents } from "./events";
import { FindBar } from "./FindBar";
import { GridFoot } from "./GridFoot";
import { GridHead } from "./GridHead";
import { GridRows, groupId } from "./GridRows";
import { GridTotals } from "./GridTotals";
import { HeadMenu, togetherOf } from "./HeadMenu";
import type { Place } from "./moves";
import { PutDialog } from "./PutDialog";
import { SideBar } from "./SideBar";
import type { RecordGridProps } from "./types";
import { checkWidth, type GridState, useGridState } from "./useGridState";
import { useWhence } from "./useWhence";
import "./grid.css";

/** The one grid: records of a table, as many as there are, shown, sorted, picked and edited in place. */
export const RecordGrid = memo(function RecordGrid(props: RecordGridProps) {
  return <Grid key={props.table} {...props} />;
});

function Grid(props: RecordGridProps) {
  const { onNow } = props;
  const grid = useGridState(props);
  const { table, rows, columns, selection, head } = grid;
  const { range, blocks } = grid;
  const { acts, listeners } = gridEvents(grid);
  const whence = useWhence(table.key, rows);
  useImperativeHandle(props.ref, () => ({
    focus: grid.focus,
    ask: grid.ask,
    editCell: () => acts.edit(),
    chooseColumns: head.actions.choose,
    refresh: () => rows.refresh(),
    copy: acts.copy,
    pickNothing: grid.picks.pickNothing,
    goTo: (row) => {
      acts.go({ row, column: 0 });
      grid.scroll.begin(grid.scroll.topOf(row, { from: 0, scrolled: 0, view: 0 }));
      grid.focus();
    },
    toggleGroups: grid.groups.toggleAll,
  }));
  const { query, known } = rows;
  const total = known ? rows.records : undefined;
  const { keys } = head;
  // At once, so that a key pressed next acts on what is picked now.
  useLayoutEffect(
    () => onNow?.({ total, query, columns: keys, selection }),
    [onNow, total, query, keys, selection],
  );

  const closeMenu = () => {
    head.closeMenu();
    grid.focus();
  };
  const sortAgain = () => {
    rows.refresh();
    grid.focus();
  };
  const empty = total === 0;
  return (
    <div className={grid.finding ? "grid grid-finding" : "grid"} style={sizesOf(grid)}>
      {rows.error && <Unreadable grid={grid} />}
      <span role="status" className="visually-hidden">
        {head.said}
      </span>
      <Cells grid={grid} empty={empty} listeners={{ ...listeners, ...whence }} />
      {empty && (
        <div className="grid-empty">
          {props.empty ?? <EmptyState icon={table.icon} title={`No ${table.plural} here`} />}
        </div>
      )}
      <SideBar scroller={grid.scroller} />
      <GridFoot
        total={total}
        picked={selection.count}
        marked={range.many ? () => blocks.rangeOf(range.rect) : undefined}
        onSort={rows.misplaced ? sortAgain : undefined}
        markedKey={JSON.stringify([grid.list, range.rect, grid.version])}
      >
        {rows.query && props.foot?.(rows.query)}
      </GridFoot>
      {grid.finding && <Finder grid={grid} goTo={acts.go} />}
      <BlockDialogs grid={grid} />
      {head.menu && (
        <HeadMenu
          at={head.menu}
          columns={columns}
          actions={head.actions}
          together={togetherOf(props)}
          onClose={closeMenu}
        />
      )}
      {head.choosing && (
        <ColumnsDialog
          table={table}
          shown={head.keys}
          onChange={head.setColumns}
          onReset={head.reset}
          onClose={head.stopChoosing}
        />
      )}
    </div>
  );
}

/** Finds cells and goes to them. */
function Finder({ grid, goTo }: { grid: GridState; goTo(to: Place): void }) {
  const { rows, active, columns, blocks, focus } = grid;
  const { from } = rows.recordsOf(active.at.row, active.at.row);
  const { groups } = grid;
  return (
    <FindBar
      range={() => blocks.wholeList()}
      at={{ row: from, column: Math.min(active.at.column, columns.length - 1) }}
      onFound={(record, column) => {
        if (rows.lineOf(record) < 0) groups.toggleAll(true);
        const row = rows.lineOf(record);
        if (row >= 0) goTo({ row, column });
      }}
      onClose={() => {
        grid.setFinding(false);
        focus();
      }}
    />
  );
}

/** What is asked before a block changes the list. */
function BlockDialogs({ grid: { table, blocks } }: { grid: GridState }) {
  const { asked, clearing } = blocks;
  return (
    <>
      {asked && <PutDialog {...{ table, asked, blocks }} />}
      {clearing && (
        <ConfirmDialog
          open
          danger
          title={`Clear ${count(clearing.cells)} cells?`}
          confirm={`Clear ${count(clearing.cells)} cells`}
          onConfirm={() => blocks.send(clearing.put)}
          onClose={blocks.stopClearing}
        >
          What stands in them is taken away. You can undo it.
        </ConfirmDialog>
      )}
    </>
  );
}

interface CellsProps {
  grid: GridState;
  empty: boolean;
  listeners: ReturnType<typeof gridEvents>["listeners"];
}

/** Header and rows, in one place that scrolls both ways. */
function Cells({ grid, empty, listeners }: CellsProps) {
  const { props, gridId, columnModel, columns, rows, total, active, picks, selection, head } = grid;
  const { selectable = false, editable = false, totals = none } = props;
  const all = selection.count > 0 && selection.count === rows.records;
  const inHead = active.at.row < 0;
  const looks = ["grid-scroll", "bars-stay"];
  if (empty) looks.push("grid-bare");
  if (!rows.known || !grid.fits) looks.push("grid-hidden");
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: either role has a name
    <div
      ref={grid.scroller}
      role={props.group ? "treegrid" : "grid"}
      className={looks.join(" ")}
      style={{ maxHeight: props.maxRows && (props.maxRows + 1) * grid.rowHeight }}
      aria-label={props.label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length + (selectable ? 1 : 0)}
      aria-multiselectable={selectable}
      aria-readonly={!editable}
      aria-busy={!rows.known}
      aria-activedescendant={activeId(grid)}
      tabIndex={0}
      {...listeners}
    >
      <GridHead
        gridId={gridId}
        table={columnModel.instance}
        columns={columns}
        active={inHead ? columns[active.at.column]?.key : undefined}
        picked={selectable ? (all ? "all" : selection.count > 0 ? "some" : "none") : undefined}
        onPickAll={all ? picks.pickNothing : picks.pickAll}
        onSort={head.sort}
        onMove={head.dropBefore}
        onFit={head.fitColumn}
        onMenu={head.openMenu}
      />
      {!empty && (
        <div role="rowgroup" className="grid-body" style={{ height: grid.scroll.height }}>
          <GridRows
            {...grid}
            {...grid.editing}
            {...{ selectable }}
            widths={grid.fits ? widthsOf(grid) : unknown}
            staying={selectable ? checkWidth : 0}
            picked={picks.picked}
            at={active.at}
            by={labelOf(grid)}
          />
        </div>
      )}
      {!empty && totals.length > 0 && (
        <GridTotals
          {...{ query: rows.query ?? grid.query, columns, totals, selectable }}
          index={total + 2}
        />
      )}
    </div>
  );
}

function labelOf({ props, model }: GridState): string {
  return props.group ? (model.fieldAt(props.table, props.group.attribute)?.label ?? "") : "";
}

function Unreadable({ grid: { rows } }: { grid: GridState }) {
  return (
    <ErrorNotice
      title="The rows could not be read."
      error={rows.error}
      actions={
        <Button size="small" onClick={() => rows.refresh()}>
          Try again
        </Button>
      }
    />
  );
}

/** The element of the cell that the keys act on. */
function activeId({ gridId, rows, columns, active }: GridState): string | undefined {
  const { row, column } = active.at;
  if (row < 0) return headId(gridId, columns[column]);
  if (rows.groupAt(row)) return groupId(gridId, row);
  const record = rows.at(row);
  return record && `${gridId}-${record.id}-${columns[column]?.key}`;
}

function widthsOf({ columnModel: { instance }, columns }: GridState): number[] {
  return columns.map(({ key }) => instance.getColumn(key)?.getSize() ?? 0);
}

/** Widths as variables, so that a column can change its width without any row being rendered anew. */
function sizesOf(grid: GridState): CSSProperties {
  const { props, rowHeight } = grid;
  const widths = widthsOf(grid);
  if (props.selectable) widths.unshift(checkWidth);
  const sizes: Record<string, string> = {
    "--row-height": `${rowHeight}px`,
    "--columns": widths.map((width) => `${width}px`).join(" "),
    "--width": `${widths.reduce((sum, width) => sum + width, 0)}px`,
  };
  return sizes;
}

const unknown: number[] = [];
const none: schema.Measure[] = [];
