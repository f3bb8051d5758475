import { useState } from "react";
import type { insight, schema } from "../../api";
import { behind, ChartTools, ChartView, shownText, useDrawing } from "../../charts";
import { useGo } from "../../frame";
import { useModel } from "../../model";
import { CellCard } from "./CellCard";

interface Props {
  cell: schema.Cell;
  chart: schema.Chart;
}

const none = {};

/** What a card has room for without scrolling; enlarged, it shows all. */
const most = 10;

function useCell({ cell, chart }: Props, large: boolean) {
  const list = { table: cell.table, view: cell.view, filter: none, search: "" };
  return useDrawing(list, large ? chart : { ...chart, most });
}

/** A chart of a view. */
export function ChartCell({ cell, chart }: Props) {
  const { data, refetch } = useCell({ cell, chart }, false);
  const [asTable, setAsTable] = useState(false);
  const { label, plural } = useModel().table(cell.table);
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
      {(large) => <Drawn {...{ cell, chart, asTable, large }} />}
    </CellCard>
  );
}

function Drawn({ asTable, large, ...props }: Props & { asTable: boolean; large: boolean }) {
  const { cell, chart } = props;
  const { data, error } = useCell(props, large);
  const go = useGo();
  const onOpen = (at: insight.Cell) =>
    data && go.list(cell.table, { view: cell.view, filter: behind(data, at) });
  return <ChartView drawing={data} label={cell.label} {...{ error, chart, asTable, onOpen }} />;
}
