import type { insight } from "../api";
import type { Marks } from "./ChartKeys";
import { coloursOf, useColours } from "./colours";
import { figure } from "./option";
import { shares } from "./share";

interface Props {
  drawing: insight.Drawing;
  label: string;
  marks: Marks;
  onOpen(cell: insight.Cell): void;
}

/** The slices of a pie in words, each opening its records. */
export function ChartLegend({ drawing, label, marks, onOpen }: Props) {
  const paints = coloursOf(drawing.groups, useColours());
  const parts = shares(drawing.cells.map(({ value }) => value));
  return (
    <ul className="chart-legend" aria-label={label}>
      {drawing.cells.map((cell, i) => (
        <li key={cell.group}>
          <button
            type="button"
            onFocus={() => marks.show(cell)}
            onBlur={() => marks.hide(cell)}
            onMouseEnter={() => marks.show(cell)}
            onMouseLeave={() => marks.hide(cell)}
            onClick={() => onOpen(cell)}
          >
            <Swatch colour={paints[cell.group]} />
            <span className="chart-legend-name">{drawing.groups[cell.group]?.label}</span>
            <span className="tabular">{figure(cell.value)}</span>
            <span className="quiet tabular">{parts[i]} %</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What the colours of a divided chart mean. */
export function SeriesLegend({ drawing: { series } }: { drawing: insight.Drawing }) {
  const paints = coloursOf(series, useColours());
  if (series.length < 2) return null;
  return (
    <ul className="chart-series">
      {series.map((part, i) => (
        <li key={part.key}>
          <Swatch colour={paints[i]} />
          {part.label}
        </li>
      ))}
    </ul>
  );
}

function Swatch({ colour }: { colour: string | undefined }) {
  return <span aria-hidden className="chart-swatch" style={{ background: colour }} />;
}
