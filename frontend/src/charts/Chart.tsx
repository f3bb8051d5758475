import { useRef } from "react";
import type { insight } from "../api";
import { ChartKeys, type Marks } from "./ChartKeys";
import { ChartLegend, SeriesLegend } from "./ChartLegend";
import { useEngine } from "./useEngine";
import "./charts.css";

export interface ChartProps {
  drawing: insight.Drawing;
  kind: string;
  /** Its name for screen readers. */
  label: string;
  /** Opens the records behind a number. */
  onOpen(cell: insight.Cell): void;
}

/** Bars lie as close as their number asks for, with a line for the scale below. */
const barsHeight = (bars: number) =>
  `clamp(${bars * 24 + 24}px, 100%, ${Math.max(160, bars * 28 + 32)}px)`;

/** The one chart: numbers as slices, bars or lines, each to be reached by mouse and keyboard. */
export default function Chart({ drawing, kind, label, onOpen }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const open = (group: number, series: number) => {
    const cell = drawing.cells.find((each) => each.group === group && each.series === series);
    if (cell) onOpen(cell);
  };
  const chart = useEngine(place, drawing, kind, open);
  const marks: Marks = {
    show: ({ group, series }) => {
      const at = { seriesIndex: series, dataIndex: group };
      chart.current?.dispatchAction({ type: "highlight", ...at });
      chart.current?.dispatchAction({ type: "showTip", ...at });
    },
    hide: ({ group, series }) => {
      const at = { seriesIndex: series, dataIndex: group };
      chart.current?.dispatchAction({ type: "downplay", ...at });
      chart.current?.dispatchAction({ type: "hideTip" });
    },
  };
  const lying = kind === "bar" || kind === "stacked";
  const height = lying ? barsHeight(drawing.groups.length) : undefined;
  return (
    <div className="chart-place">
      <div className={kind === "pie" ? "chart chart-pie" : "chart"}>
        <SeriesLegend drawing={drawing} />
        <div className="chart-scroll">
          <div ref={place} className="chart-canvas" style={{ height }} aria-hidden />
          {kind !== "pie" && <ChartKeys {...{ drawing, label, marks, onOpen }} />}
        </div>
        {kind === "pie" && <ChartLegend {...{ drawing, label, marks, onOpen }} />}
      </div>
    </div>
  );
}
