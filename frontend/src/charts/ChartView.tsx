import { lazy, Suspense } from "react";
import type { insight, schema } from "../api";
import { EmptyState, ErrorNotice } from "../ui";
import { ChartTable } from "./ChartTable";

/** Drawing takes a large library, which lists without a chart do not wait for. */
const Chart = lazy(() => import("./Chart"));

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
  if (error) return <ErrorNotice title="The chart could not be drawn." error={error} />;
  if (!drawing) return null;
  if (drawing.cells.length === 0)
    return <EmptyState icon="chart" title="Nothing to show" text="No record is counted here." />;
  return (
    <>
      {asTable ? (
        <ChartTable {...{ drawing, label, onOpen }} />
      ) : (
        <Suspense>
          <Chart {...{ drawing, label, onOpen }} kind={chart.kind} />
        </Suspense>
      )}
      {drawing.note && <p className="quiet small">{drawing.note}</p>}
    </>
  );
}
