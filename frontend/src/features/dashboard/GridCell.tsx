import { Input, Select } from "@fluentui/react-components";
import { useCallback, useRef, useState } from "react";
import type { schema } from "../../api";
import { useGo } from "../../frame";
import { type GridHandle, type GridNow, RecordGrid } from "../../grid";
import { narrowing, noFilter, useModel } from "../../model";
import { counted, Icon } from "../../ui";
import { CellCard } from "./CellCard";

/** A view as a list, which can be narrowing by words and changed for another view. */
export function GridCell({ cell }: { cell: schema.Cell }) {
  const model = useModel();
  const go = useGo();
  const [key, setKey] = useState(cell.view);
  const table = model.table(cell.table);
  const view = model.view(cell.table, key);
  const filter = key === cell.view ? narrowing(cell.filter) : undefined;
  const [words, setWords] = useState("");
  const [order, setOrder] = useState(() => earliestFirst(table, view));
  const [total, setTotal] = useState<number>();
  const grid = useRef<GridHandle>(null);
  const onNow = useCallback((now: GridNow) => now.query && setTotal(now.total), []);
  const choose = (next: string) => {
    setKey(next);
    setOrder(model.view(cell.table, next).order);
  };
  return (
    <CellCard
      cell={{ ...cell, view: key, filter: filter ?? noFilter } as schema.Cell}
      total={total === undefined ? undefined : counted(total, table.label, table.plural)}
      onRefresh={() => grid.current?.refresh()}
      tools={
        <>
          <Select
            size="small"
            className="cell-view"
            aria-label={`View of ${cell.label}`}
            value={key}
            onChange={(_, { value }) => choose(value)}
          >
            {model.views(cell.table).map((each) => (
              <option key={each.key} value={each.key}>
                {each.label}
              </option>
            ))}
          </Select>
          <Input
            size="small"
            className="cell-words"
            aria-label={`Filter ${cell.label} by words`}
            placeholder="Filter by words"
            contentBefore={<Icon name="search" size={16} />}
            value={words}
            onChange={(_, { value }) => setWords(value)}
          />
        </>
      }
    >
      {(large) => (
        <RecordGrid
          ref={large ? undefined : grid}
          table={cell.table}
          label={cell.label}
          columns={view.columns}
          view={view.key}
          filter={filter}
          search={words}
          order={order}
          onOrderChange={setOrder}
          onOpen={(row) => go.record(cell.table, row.id)}
          maxRows={large ? undefined : cell.rows}
          layoutKey={`dashboard:${cell.label}`}
          onNow={large ? undefined : onNow}
          empty={
            <p className="quiet cell-empty">
              {words ? "Nothing has these words." : "Nothing is here now."}
            </p>
          }
        />
      )}
    </CellCard>
  );
}

/** The order of a view, but dates from the earliest on: what is overdue stands on top. */
function earliestFirst(table: schema.Table, view: schema.View): schema.Order[] {
  const isDate = (key: string) => table.fields.some((f) => f.key === key && f.kind === "date");
  return view.order.map((o) => (isDate(o.attribute) ? { ...o, descending: false } : o));
}
