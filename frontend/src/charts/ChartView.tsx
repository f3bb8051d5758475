import type { insight, schema } from "../api";
import { EmptyState, ErrorNotice } from "../ui";
import { ChartComing } from "./ChartComing";
import { ChartTable } from "./ChartTable";
import { useChart } from "./useChart";

interface Props {
  drawing: insight.Drawing | undefined;
  error: unknown;
  chart: schema.Chart;
  label: string;
  asTable: boolean;
  onOpen(cell: insight.Cell): void;
}

/** A chart or its table, or why there is none. */
export function ChartView({ drawing, error, chart, label, asTable, onOpen }: Props) {
  const { data: Chart, error: undrawn } = useChart();
  const failed = error ?? undrawn;
  if (failed) return <ErrorNotice title="The chart could not be drawn." error={failed} />;
  if (!drawing || !Chart) return <ChartComing kind={chart.kind} />;
  if (drawing.cells.length === 0)
    return <EmptyState icon="chart" title="Nothing to show" text="No record is counted here." />;
  return (
    <>
      {asTable ? (
        <ChartTable {...{ drawing, label, onOpen }} />
      ) : (
        <Chart {...{ drawing, label, onOpen }} kind={chart.kind} />
      )}
      {drawing.note && <p className="quiet small">{drawing.note}</p>}
    </>
  );
}
