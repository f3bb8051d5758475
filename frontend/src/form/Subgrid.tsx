import { Button } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { schema } from "../api";
import { useRefusal } from "../commands";
import { useGo } from "../frame";
import { RecordGrid } from "../grid/RecordGrid";
import { useModel } from "../model";
import { count, Icon } from "../ui";
import QuickCreate from "./QuickCreate";
import { linkFilter, useCounts } from "./related";

interface SubgridProps {
  label: string;
  subgrid: schema.Subgrid;
  /** The record that the others link to. */
  id: string;
  name: string;
}

const mostRows = 12;

/** The records that link to this one: opened on a click, made with the link already set. */
export function Subgrid({ label, subgrid, id, name }: SubgridProps) {
  const { table: key, via } = subgrid;
  const model = useModel();
  const go = useGo();
  const table = model.table(key);
  const view = model.view(key);
  const [order, setOrder] = useState(view.order);
  const [creating, setCreating] = useState(false);
  const filter = useMemo(() => linkFilter(via, id), [via, id]);
  const [total] = useCounts([{ label, tab: "", subgrid }], id);
  const columns = useMemo(() => view.columns.filter((column) => column !== via), [view, via]);
  const start = useMemo(() => ({ values: { [via]: id }, texts: { [via]: name } }), [via, id, name]);
  const refusal = useRefusal();
  const all = { table: key, view: "", filter, search: "" };
  const shown = label || table.plural;
  return (
    <section className="card form-card subgrid" aria-label={shown}>
      <div className="row spread subgrid-head">
        <h2 className="section-title">
          {shown} {total !== undefined && <span className="quiet">{count(total)}</span>}
        </h2>
        <Button
          size="small"
          appearance="subtle"
          icon={<Icon name="add" />}
          disabled={refusal !== ""}
          onClick={() => setCreating(true)}
        >
          New {table.label}
        </Button>
      </div>
      <RecordGrid
        table={key}
        label={`${shown} of ${name}`}
        columns={columns}
        filter={filter}
        order={order}
        onOrderChange={setOrder}
        onOpen={(row) => go.record(key, row.id, {}, { ...all, order })}
        layoutKey={`subgrid:${key}:${via}`}
        maxRows={mostRows}
        editable={refusal === ""}
        empty={<p className="quiet subgrid-empty">No {table.plural} are linked to this yet.</p>}
      />
      <QuickCreate
        table={key}
        defaults={start.values}
        texts={start.texts}
        open={creating}
        onClose={() => setCreating(false)}
      />
    </section>
  );
}
