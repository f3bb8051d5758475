import { Button } from "@fluentui/react-components";
import { useEffect, useId, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from "react";
import { usePreferences } from "../frame";
import { useModel } from "../model";
import { EmptyState, ErrorNotice } from "../ui";
import { ColumnsDialog } from "./ColumnsDialog";
import { settlingFields } from "./due";
import { GridFoot } from "./GridFoot";
import { GridHead } from "./GridHead";
import { GridRows } from "./GridRows";
import "./grid.css";
import { HeadMenu } from "./HeadMenu";
import { RowScroll } from "./rowScroll";
import type { ListQuery } from "./rows";
import type { RecordGridProps } from "./types";
import { useActive } from "./useActive";
import { useColumns } from "./useColumns";
import { useCopyRows } from "./useCopyRows";
import { useEditing } from "./useEditing";
import { useFit, type Widths } from "./useFit";
import { useGridEvents } from "./useGridEvents";
import { useHeadActions } from "./useHeadActions";
import { usePicked, useSelection } from "./usePicked";
import { useRows } from "./useRows";

const checkWidth = 40;
const nothing = {};

/** The one grid: records of a table, as many as there are, shown, sorted, picked and edited in place. */
export function RecordGrid(props: RecordGridProps) {
  return <Grid key={`${props.table} ${props.layoutKey}`} {...props} />;
}

function Grid(props: RecordGridProps) {
  const { label, selectable = false, order, onOrderChange, onStateChange, maxRows } = props;
  const table = useModel().table(props.table);
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight();
  const [fitted, setFitted] = useState<Widths>(nothing);

  const model = useColumns({ ...props, fitted });
  const { columns, instance } = model;
  const query = useQuery(props, columns.map(({ key }) => key).join(" "));
  const { rows, saver, version } = useRows(query);
  const { total } = rows;
  const fit = useFit(rows, columns, fitted, setFitted);
  const scroll = useMemo(
    () => new RowScroll(() => scroller.current, total, rowHeight, rowHeight),
    [total, rowHeight],
  );
  const active = useActive(rows, scroll, columns.length);
  const picks = usePicked(rows, query);
  const selection = useSelection(rows, query, picks.picked);
  const focus = () => scroller.current?.focus({ preventScroll: true });
  const editing = useEditing({ table: table.key, gridId, rows, saver, onClosed: focus });
  const head = useHeadActions({
    model,
    fit: (column) => fit(column, active.at.row),
    onOrderChange,
    onFilterColumn: props.onFilterColumn,
  });
  const copy = useCopyRows(rows, columns, picks.picked);
  const events = useGridEvents({
    ...{ props, gridId, scroller, rows, saver, columns, scroll, active, picks, editing, head },
    copy: () => copy(active.at),
    focus,
  });

  useImperativeHandle(props.ref, () => ({
    focus,
    editCell: () => events.edit(),
    chooseColumns: head.actions.choose,
    refresh: () => rows.refresh(),
    copy: () => copy(active.at),
    pickNothing: picks.pickNothing,
  }));
  const answered = rows.query;
  useEffect(
    () => onStateChange?.({ total, query: answered, selection }),
    [onStateChange, total, answered, selection],
  );

  const empty = rows.known && total === 0;
  return (
    <div className="grid">
      {rows.error && (
        <ErrorNotice
          title="The rows could not be read."
          error={rows.error}
          actions={
            <Button size="small" onClick={() => rows.refresh()}>
              Try again
            </Button>
          }
        />
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a table element cannot be laid out by position */}
      <div
        ref={scroller}
        role="grid"
        className={empty ? "grid-scroll grid-scroll-empty" : "grid-scroll"}
        style={{
          ...widthsOf(instance, columns, selectable),
          maxHeight: maxRows && (maxRows + 1) * rowHeight + scrollBar,
        }}
        aria-label={label}
        aria-rowcount={total + 1}
        aria-colcount={columns.length + (selectable ? 1 : 0)}
        aria-multiselectable={selectable}
        aria-readonly={!props.editable}
        aria-busy={!rows.known}
        aria-activedescendant={events.activeId}
        tabIndex={0}
        {...events.listeners}
      >
        <GridHead
          gridId={gridId}
          table={instance}
          columns={columns}
          active={active.at.row < 0 ? columns[active.at.column]?.key : undefined}
          picked={selectable ? extentOf(selection.count, total) : undefined}
          onPickAll={selection.count === total ? picks.pickNothing : picks.pickAll}
          onSort={head.sort}
          onMove={head.dropBefore}
          onFit={head.fitColumn}
          onMenu={head.openMenu}
        />
        {!empty && (
          <div role="rowgroup" className="grid-body" style={{ height: scroll.height }}>
            <GridRows
              {...{ gridId, table, rows, version, saver, columns, scroll, scroller, selectable }}
              picked={picks.picked}
              active={active.at}
              editing={editing.editing}
              editor={editing.editor}
            />
          </div>
        )}
      </div>
      {empty && (props.empty ?? <EmptyState icon={table.icon} title={`No ${table.plural} here`} />)}
      <GridFoot total={rows.known ? total : undefined} picked={selection.count} />
      <HeadMenu at={head.menu} columns={columns} actions={head.actions} onClose={head.closeMenu} />
      <ColumnsDialog
        open={head.choosing}
        table={table}
        shown={head.keys}
        onChange={head.setColumns}
        onReset={head.reset}
        onClose={head.stopChoosing}
      />
    </div>
  );
}
