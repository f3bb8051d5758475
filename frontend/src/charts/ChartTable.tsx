import { Link } from "@fluentui/react-components";
import type { insight } from "../api";
import type { ChartProps } from "./Chart";
import { figure } from "./option";

/** The numbers of a chart as a table; each opens the records behind it. */
export function ChartTable({ drawing, label, onOpen }: Omit<ChartProps, "kind">) {
  const { groups, series, measured } = drawing;
  return (
    <div className="chart-table">
      <table aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{label}</th>
            {series.map((part) => (
              <th key={part.key} scope="col" className="number">
                {part.label || measured}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group, g) => (
            <tr key={group.key}>
              <th scope="row">{group.label}</th>
              {series.map((part, s) => (
                <td key={part.key} className="number tabular">
                  <Figure drawing={drawing} group={g} series={s} onOpen={onOpen} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface FigureProps {
  drawing: insight.Drawing;
  group: number;
  series: number;
  onOpen(cell: insight.Cell): void;
}

function Figure({ drawing, group, series, onOpen }: FigureProps) {
  const cell = drawing.cells.find((each) => each.group === group && each.series === series);
  if (!cell) return <span className="quiet">0</span>;
  return (
    <Link as="button" onClick={() => onOpen(cell)}>
      {figure(cell.value)}
    </Link>
  );
}
