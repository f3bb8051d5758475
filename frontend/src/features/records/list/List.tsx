import { memo, startTransition, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Table } from "../../../api";
import { CommandBar, useOfferList, useRefusal } from "../../../commands";
import { FormHost } from "../../../form";
import { useGo } from "../../../frame";
import {
  type GridHandle,
  type GridNow,
  groupedOrder,
  type ListQuery,
  RecordGrid,
} from "../../../grid";
import { useModel } from "../../../model";
import { oncePainted } from "../../../ui";
import { ChartPane, useChartToggle } from "./ChartPane";
import { Chips } from "./Chips";
import { FilterPanel } from "./FilterPanel";
import { JumpBar } from "./JumpBar";
import { ListDialogs } from "./ListDialogs";
import { ListEmpty } from "./ListEmpty";
import { ListHead } from "./ListHead";
import { useFilters } from "./useFilters";
import { useListCommands } from "./useListCommands";
import { useListSearch } from "./useListSearch";
import { useViewActs } from "./useViewActs";
import { useViewCommands } from "./useViewCommands";
import { useViews, type Views } from "./useViews";
import { ViewBar, ViewNotes } from "./ViewBar";
import { ViewDialogs } from "./ViewDialogs";
import "./list.css";

const Bar = memo(CommandBar);

/**
 * What the grid shows now. Other rows are painted before the page around them hears, while there are some and none
 * is picked.
 */
function useNow(onRows: () => void) {
  const [now, setNow] = useState<GridNow>();
  const calm = useRef(false);
  const waiting = useRef(nothing);
  const hear = useCallback(
    (next: GridNow) => {
      const take = () => {
        setNow(next);
        onRows();
      };
      const stays = calm.current;
      calm.current = !!next.total && next.selection.count === 0;
      waiting.current();
      waiting.current = nothing;
      if (stays && calm.current) waiting.current = oncePainted(() => startTransition(take));
      else take();
    },
    [onRows],
  );
  useEffect(() => () => waiting.current(), []);
  return [now, hear] as const;
}

const nothing = () => {};

/** A list of records with everything that can be done with it. */
export function List({ table: key }: { table: string }) {
  const table = useModel().table(key);
  const views = useViews(key);
  return views.known ? <ListOfViews table={table} views={views} /> : null;
}

function ListOfViews({ table, views }: { table: Table; views: Views }) {
  const { key } = table;
  const go = useGo();
  const refusal = useRefusal();
  const state = useListSearch(table, views);
  const { view, words, filter, shown } = state;
  const grid = useRef<GridHandle>(null);
  const [now, setNow] = useNow(state.showWords);
  const filters = useFilters(table, state);
  const acts = useViewActs(table, state, views);
  const asking = useViewCommands(table, state, acts);
  const columns = now?.columns ?? shown.columns;
  const query = {
    table: key,
    ...shown.query,
    columns,
    search: words,
    order: groupedOrder(shown.group, shown.order),
  };
  useOfferList({
    title: view.label,
    query: { ...query, offset: 0, limit: 0 },
    total: now?.total,
    selection: now?.selection,
  });
  const onChart = useChartToggle(state);
  const latest = useRef(query);
  latest.current = query;
  const open = useCallback(
    (row: { id: string }) => go.record(key, row.id, {}, latest.current),
    [go, key],
  );
  const commands = useListCommands({
    table,
    grid,
    now,
    filters,
    onChart,
    grouped: shown.group !== undefined,
    open,
  });
  // The grid takes part in every keystroke: what it is given stays the same for as long as it says the same.
  const jump = useCallback((row: number) => grid.current?.goTo(row), []);
  const foot = useCallback((of: ListQuery) => <JumpBar query={of} onJump={jump} />, [jump]);
  const empty = useMemo(() => <ListEmpty table={table} state={state} />, [table, state]);
  return (
    <div className="list">
      <ListHead {...{ table, state, views, grid }} total={now?.total} sight={commands.sight} />
      <div className="list-bar">
        <Bar label={`Commands for ${table.plural}`} commands={commands.bar} />
        <ViewBar state={state} onSave={acts.save} onSaveAs={asking.saveAs} />
      </div>
      <div className="list-state">
        <Chips table={table} filter={filter} draft={filters.further} />
        <ViewNotes state={state} />
      </div>
      <div className="list-body">
        <section className="card list-card" aria-label={view.label}>
          <FormHost>
            <RecordGrid
              ref={grid}
              table={key}
              label={view.label}
              columns={shown.columns}
              onColumnsChange={state.setColumns}
              view={shown.query.view}
              filter={shown.query.filter}
              search={words}
              order={shown.order}
              onOrderChange={state.set.order}
              group={shown.group}
              onGroup={state.set.group}
              totals={shown.totals}
              onTotals={state.set.totals}
              foot={shown.group ? undefined : foot}
              editable={refusal === ""}
              selectable
              onOpen={open}
              layoutKey={`${key}.${view.key}`}
              onNow={setNow}
              onFilterColumn={filters.begin}
              onDelete={commands.askDelete}
              empty={empty}
            />
          </FormHost>
        </section>
        {shown.chart && <ChartPane table={table} state={state} chart={shown.chart} />}
        {filters.open && <FilterPanel table={table} filters={filters} view={view.label} />}
      </div>
      <ListDialogs
        table={table}
        asked={commands.asked}
        onDeleted={() => grid.current?.pickNothing()}
        onClose={commands.close}
      />
      <ViewDialogs {...{ table, state, views, acts }} asked={asking.asked} onClose={asking.close} />
    </div>
  );
}
