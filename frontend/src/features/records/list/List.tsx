import { memo, useRef, useState } from "react";
import { CommandBar, useOfferList } from "../../../commands";
import { FormHost } from "../../../form";
import { useGo } from "../../../frame";
import { type GridHandle, type GridNow, RecordGrid } from "../../../grid";
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

const Bar = memo(CommandBar);

/** A list of records with everything that can be done with it. */
export function List({ table: key }: { table: string }) {
  const table = useModel().table(key);
  const go = useGo();
  const search = useListSearch(key);
  const { view, words, order, filter } = search;
  const grid = useRef<GridHandle>(null);
  const [now, setNow] = useState<GridNow>();
  const conditions = useConditions(table, filter, search.setFilter);
  const columns = now?.columns ?? view.columns;
  const query = { table: key, view: view.key, columns, filter, search: words, order };
  useOfferList({
    title: view.label,
    query: { ...query, offset: 0, limit: 0 },
    total: now?.total,
  });
  const open = (row: { id: string }) =>
    go.record(key, row.id, {}, { table: key, view: view.key, filter, search: words, order });
  const commands = useListCommands({ table, grid, now, conditions, open });
  return (
    <div className="list">
      <ListHead {...{ table, search, grid }} total={now?.total} sight={commands.sight} />
      <Bar label={`Commands for ${table.plural}`} commands={commands.bar} />
      <Chips table={table} filter={filter} conditions={conditions} />
      <div className="list-body">
        <section className="card list-card" aria-label={view.label}>
          <FormHost>
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
          </FormHost>
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
