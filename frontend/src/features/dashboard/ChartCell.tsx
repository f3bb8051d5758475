import { useState } from "react";
import type { insight, schema } from "../../api";
import { behind, ChartTools, ChartView, shownText, useDrawing } from "../../charts";
import { useGo } from "../../frame";
import { useModel } from "../../model";
import { CellCard } from "./CellCard";

const none = {};

/** A chart of a view. */
export function ChartCell({ cell, chart }: { cell: schema.Cell; chart: schema.Chart }) {
  const list = { table: cell.table, view: cell.view, filter: none, search: "" };
  const { data, error, refetch } = useDrawing(list, chart);
  const [asTable, setAsTable] = useState(false);
  const { label, plural } = useModel().table(cell.table);
  const go = useGo();
  const onOpen = (at: insight.Cell) =>
    data && go.list(cell.table, { view: cell.view, filter: behind(data, at) });
  return (
    <CellCard
      cell={cell}
      total={data && shownText(data, label, plural)}
      onRefresh={refetch}
      tools={
        <ChartTools
          {...{ asTable, setAsTable, drawing: data, kind: chart.kind, title: cell.label }}
        />
      }
    >
      {() => <ChartView drawing={data} label={cell.label} {...{ error, chart, asTable, onOpen }} />}
    </CellCard>
  );
}
