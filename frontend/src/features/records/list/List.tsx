import { useCallback, useRef, useState } from "react";
import { CommandBar, type CurrentList, useOfferList } from "../../../commands";
import { useGo } from "../../../frame";
import { type GridHandle, type GridNow, type ListQuery, RecordGrid } from "../../../grid";
import { useModel } from "../../../model";
import { Chips } from "./Chips";
import { FilterPanel } from "./FilterPanel";
import { ListDialogs } from "./ListDialogs";
import { ListEmpty } from "./ListEmpty";
import { ListHead } from "./ListHead";
import { useConditions } from "./useConditions";
import { useListCommands } from "./useListCommands";
import { useListSearch } from "./useListSearch";
import "./list.css";

/** A list of records with everything that can be done with it. */
export function List({ table: key }: { table: string }) {
  const table = useModel().table(key);
  const go = useGo();
  const search = useListSearch(key);
  const { view, words, order, filter } = search;
  const grid = useRef<GridHandle>(null);
  const [now, setNow] = useState<GridNow>();
  const conditions = useConditions(table, filter, search.setFilter);
  const commands = useListCommands({ table, grid, now, conditions });
  useOfferList(now?.query && listOf(view.label, now, now.query));
  const open = useCallback((row: { id: string }) => go.record(key, row.id), [go, key]);
  return (
    <div className="list">
      <ListHead {...{ table, search, grid }} total={now?.total} sight={commands.sight} />
      <CommandBar label={`Commands for ${table.plural}`} commands={commands.bar} />
      <Chips table={table} filter={filter} conditions={conditions} />
      <div className="list-body">
        <section className="card list-card" aria-label={view.label}>
          <RecordGrid
            ref={grid}
            table={key}
            label={view.label}
            columns={view.columns}
            view={view.key}
            filter={filter}
            search={words}
            order={order}
            onOrderChange={search.setOrder}
            editable
            selectable
            onOpen={open}
            layoutKey={`${key}.${view.key}`}
            onNow={setNow}
            onFilterColumn={conditions.begin}
            onDelete={commands.askDelete}
            empty={<ListEmpty table={table} search={search} />}
          />
        </section>
        {conditions.open && <FilterPanel table={table} conditions={conditions} />}
      </div>
      <ListDialogs
        table={table}
        asked={commands.asked}
        onDeleted={() => grid.current?.pickNothing()}
        onClose={commands.close}
      />
    </div>
  );
}

/** The list as it stands, for what acts on lists from elsewhere. */
function listOf(title: string, { columns, total }: GridNow, query: ListQuery): CurrentList {
  return { title, total, query: { ...query, columns, offset: 0, limit: 0 } };
}
