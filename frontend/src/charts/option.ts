// What a drawing looks like, for the engine: pure.
import type { insight } from "../api";
import { count } from "../ui/format";
import { type Colours, coloursOf } from "./colours";
import type { ChartOption } from "./engine";

export interface Look {
  kind: string;
  colours: Colours;
  width: number;
  height: number;
  /** It stands alone, with its title and all words that the page has beside it. */
  title?: string;
}

/** A number as people read it: 1,234 or 2.5. */
export function figure(value: number): string {
  return Number.isInteger(value) ? count(value) : value.toFixed(Math.abs(value) < 10 ? 2 : 1);
}

// Single quotes, as the engine writes it into attributes as it stands.
const font = "'Inter Variable', system-ui, sans-serif";
/** A picture stands where the program's own font is not. */
const fontElsewhere = "Arial, sans-serif";
const small = 12;

export function optionOf(drawing: insight.Drawing, look: Look): ChartOption {
  const { colours } = look;
  return {
    animation: false,
    backgroundColor: look.title ? colours.ground : "transparent",
    ...(look.title && heading(drawing, look)),
    textStyle: {
      fontFamily: look.title ? fontElsewhere : font,
      fontSize: small,
      color: colours.text,
    },
    tooltip: tooltip(drawing, colours),
    ...(look.kind === "pie" ? pie(drawing, look) : axes(drawing, look)),
  };
}

function heading({ series, measured, total }: insight.Drawing, { title, colours }: Look) {
  const subtext = `${count(total)} ${measured}`;
  const style = { color: colours.text, fontFamily: fontElsewhere };
  return {
    title: { text: title, subtext, left: 12, top: 8, textStyle: { ...style, fontSize: 16 } },
    legend: { show: series.length > 1, right: 12, top: 16, textStyle: style },
  };
}

/** Words about a number, which the data may have written: drawn as text, never as markup. */
function tooltip(drawing: insight.Drawing, colours: Colours) {
  return {
    trigger: "item",
    renderMode: "richText",
    confine: true,
    backgroundColor: colours.ground,
    borderColor: colours.line,
    textStyle: { fontFamily: font, fontSize: small, color: colours.text },
    formatter: ({ dataIndex, seriesIndex }: { dataIndex: number; seriesIndex: number }) => {
      const parts = [drawing.groups[dataIndex], drawing.series[seriesIndex]];
      const label = parts.flatMap((part) => part?.label || []).join(", ");
      return `${label}: ${figure(valueAt(drawing, dataIndex, seriesIndex) ?? 0)}`;
    },
  };
}

export function valueAt({ cells }: insight.Drawing, group: number, series: number) {
  return cells.find((cell) => cell.group === group && cell.series === series)?.value;
}

function pie(drawing: insight.Drawing, { colours, width, height, title }: Look) {
  const paints = coloursOf(drawing.groups, colours);
  const radius = Math.max(24, Math.min(width, height) / 2 - (title ? 90 : 8));
  return {
    series: [
      {
        type: "pie",
        radius: [radius * 0.56, radius],
        center: ["50%", "50%"],
        label: { show: !!title, color: colours.text, formatter: "{b}: {c}" },
        itemStyle: { borderColor: colours.ground, borderWidth: 2 },
        emphasis: { scale: true, scaleSize: 4, itemStyle: { borderColor: colours.text } },
        data: drawing.groups.map((part, i) => ({
          name: part.label,
          value: valueAt(drawing, i, 0) ?? 0,
          itemStyle: { color: paints[i] },
        })),
      },
    ],
  };
}

function axes(drawing: insight.Drawing, look: Look) {
  const lying = look.kind === "bar" || look.kind === "stacked";
  const { colours } = look;
  const scaled = !isLabelled(drawing, look);
  const value = {
    type: "value",
    minInterval: 1,
    axisLabel: { show: scaled, color: colours.quiet, formatter: figure, hideOverlap: true },
    splitLine: { show: scaled, lineStyle: { color: colours.line } },
    splitNumber: 4,
  };
  const names = {
    type: "category",
    data: drawing.groups.map(({ label }) => label),
    inverse: lying,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colours.line } },
    axisLabel: { color: colours.text, ...nameLabel(drawing, look, lying) },
  };
  const room = lying ? 44 : 12; // for the number behind the longest bar
  const above = look.title ? 64 : 0;
  return {
    grid: {
      left: 4,
      right: room,
      top: (lying ? 4 : 24) + above,
      bottom: 8,
      outerBoundsMode: "same",
    },
    xAxis: lying ? value : names,
    yAxis: lying ? names : value,
    series: drawing.series.map((_, i) => seriesOf(drawing, look, i)),
  };
}

/** Numbers stand at the bars themselves, in place of a scale, where each has room. */
function isLabelled({ groups, series, cells }: insight.Drawing, { kind, width }: Look): boolean {
  if (series.length > 1 || kind === "line") return false;
  const longest = Math.max(0, ...cells.map(({ value }) => figure(value).length)) * 8;
  return kind !== "column" || longest <= (width - 48) / Math.max(1, groups.length);
}

/** Names wrap where they stand beside bars, lean where columns are narrow; dates leave some out. */
function nameLabel({ groups, interval }: insight.Drawing, { width }: Look, lying: boolean) {
  if (lying) return { width: Math.min(180, width * 0.4), overflow: "break", interval: 0 };
  if (interval) return { hideOverlap: true, showMaxLabel: true };
  const each = (width - 48) / Math.max(1, groups.length);
  const longest = Math.max(...groups.map(({ label }) => label.length)) * 7;
  if (longest <= each) return { interval: 0 };
  return { interval: 0, rotate: 40, width: 120, overflow: "break" };
}

function seriesOf(drawing: insight.Drawing, look: Look, index: number) {
  const { kind, colours } = look;
  const single = drawing.series.length === 1;
  const paint = coloursOf(drawing.series, colours)[index];
  const groupPaints = drawing.groups.map(({ tone }) => colours.tones[tone] ?? colours.plain[0]);
  const stacked = kind === "stacked" || !single;
  return {
    type: kind === "line" ? "line" : "bar",
    name: drawing.series[index]?.label,
    ...(stacked && kind !== "line" && { stack: "all" }),
    barMaxWidth: kind === "column" ? 40 : 20,
    barMinHeight: 2,
    symbolSize: 7,
    itemStyle: stacked ? { color: paint, borderColor: colours.ground, borderWidth: 1 } : {},
    lineStyle: { color: single ? colours.plain[0] : paint },
    label: {
      show: isLabelled(drawing, look),
      position: kind === "column" ? "top" : "right",
      color: colours.text,
      formatter: ({ value }: { value: number }) => (value ? figure(value) : ""),
    },
    emphasis: { itemStyle: { borderColor: colours.text, borderWidth: 2 } },
    cursor: "pointer",
    data: drawing.groups.map((_, i) => ({
      value: valueAt(drawing, i, index) ?? (kind === "line" ? 0 : null),
      ...(single && { itemStyle: { color: groupPaints[i] } }),
    })),
  };
}
