// The parts of ECharts that charts here are made of; nothing else imports it.
import { BarChart, LineChart, PieChart } from "echarts/charts";
import {
  GridComponent,
  LegendComponent,
  TitleComponent,
  TooltipComponent,
} from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

echarts.use([
  BarChart,
  LineChart,
  PieChart,
  GridComponent,
  LegendComponent,
  TitleComponent,
  TooltipComponent,
  SVGRenderer,
]);

export type { EChartsCoreOption as ChartOption, EChartsType as Engine } from "echarts/core";

/** A chart that draws into an element. */
export const engine = (element: HTMLElement) => echarts.init(element, null, { renderer: "svg" });

/** A chart as a drawing of its own, of a size. */
export function drawnApart(option: echarts.EChartsCoreOption, width: number, height: number) {
  const apart = echarts.init(null, null, { renderer: "svg", ssr: true, width, height });
  apart.setOption(option);
  const svg = apart.renderToSVGString();
  apart.dispose();
  return svg;
}
