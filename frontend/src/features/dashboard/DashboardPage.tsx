import { Checkbox } from "@fluentui/react-components";
import { useParams } from "@tanstack/react-router";
import type { schema } from "../../api";
import { fetchChart } from "../../charts";
import { useAppKey, useStartsAtDashboard } from "../../frame";
import { useModel } from "../../model";
import { EmptyState } from "../../ui";
import { ChartCell } from "./ChartCell";
import { GridCell } from "./GridCell";
import "./dashboard.css";

void fetchChart();

/** A dashboard: lists and charts of them, each number a way to the records behind it. */
export function DashboardPage() {
  const { dashboard: key } = useParams({ strict: false });
  const dashboard = useModel().raw.dashboards.find((each) => each.key === key);
  if (dashboard) return <Dashboard key={key} dashboard={dashboard} />;
  return (
    <EmptyState
      icon="dashboard"
      title="There is no such dashboard"
      text="The address may come from another version of the program."
    />
  );
}

function Dashboard({ dashboard }: { dashboard: schema.Dashboard }) {
  const [starts, setStarts] = useStartsAtDashboard(useAppKey());
  return (
    <div className="dashboard">
      <header className="row spread">
        <h1 className="page-title">{dashboard.label}</h1>
        <Checkbox
          label="Begin here in this app"
          checked={starts}
          onChange={(_, { checked }) => setStarts(checked === true)}
        />
      </header>
      <div className="dashboard-cells">
        {dashboard.cells.map((cell) => (
          <div key={cell.label} className={`dashboard-cell span-${cell.span}`}>
            <Cell cell={cell} />
          </div>
        ))}
      </div>
    </div>
  );
}

function Cell({ cell }: { cell: schema.Cell }) {
  const chart = useModel().raw.charts.find(({ key }) => key === cell.chart);
  return chart ? <ChartCell cell={cell} chart={chart} /> : <GridCell cell={cell} />;
}
