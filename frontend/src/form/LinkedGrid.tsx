import { useMemo, useState } from "react";
import { useRefusal } from "../commands";
import { useGo } from "../frame";
import { RecordGrid } from "../grid/RecordGrid";
import { useModel } from "../model";
import { NoneYet } from "./NoneYet";
import { linkFilter } from "./related";

interface LinkedGridProps {
  table: string;
  via: string;
  /** The record that the others link to. */
  id: string;
  label: string;
  /** The fields shown; those of the table's default view without. */
  columns?: string[] | undefined;
  /** How many rows it grows to; it fills its place without. */
  maxRows?: number;
}

/** The records that link to one, in the one grid: opened, sorted, edited in place. */
export function LinkedGrid({ table, via, id, label, columns: asked, maxRows }: LinkedGridProps) {
  const model = useModel();
  const go = useGo();
  const view = model.view(table);
  const other = model.otherEnd(table, via);
  const [order, setOrder] = useState(() =>
    other ? [{ attribute: other.key, descending: false }] : view.order,
  );
  const filter = useMemo(() => linkFilter(via, id), [via, id]);
  const columns = useMemo(
    () => (asked ?? view.columns).filter((key) => key !== via && key !== other?.key),
    [asked, view, via, other],
  );
  const list = { table, view: "", filter, search: "", order };
  return (
    <RecordGrid
      table={table}
      label={label}
      lead={other?.key}
      columns={columns}
      filter={filter}
      order={order}
      onOrderChange={setOrder}
      onOpen={({ id: row, values }) => {
        const far = other && values[other.key];
        if (other?.target && typeof far === "string") go.record(other.target, far);
        else go.record(table, row, {}, list);
      }}
      layoutKey={`subgrid:${table}:${via}`}
      maxRows={maxRows}
      editable={useRefusal() === ""}
      empty={<NoneYet plural={model.table(table).plural} />}
    />
  );
}
