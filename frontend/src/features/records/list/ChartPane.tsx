import { Button } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import type { insight, schema, Table } from "../../../api";
import { behind, ChartTools, ChartView, shownText, useDrawing } from "../../../charts";
import { both } from "../../../model";
import { Icon } from "../../../ui";
import { ChartChoices } from "./ChartChoices";
import type { ListState } from "./useListSearch";

interface Props {
  table: Table;
  state: ListState;
  chart: schema.Chart;
}

/** A number of the chart that narrows the list, and the filter of the list without it. */
interface Picked {
  rest: schema.Filter;
  filter: schema.Filter;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** A chart of the list beside it. Choosing a number narrows the list to the records behind it, and back. */
export function ChartPane({ table, state, chart }: Props) {
  const { shown, filter, words, set } = state;
  const [picked, setPicked] = useState<Picked>();
  const [asTable, setAsTable] = useState(false);
  const isPicked = picked !== undefined && same(picked.filter, filter);
  const rest = isPicked ? picked.rest : filter;
  const { view, filter: whole } = shown.query;
  const asked = view ? rest : isPicked ? both(shown.own, rest) : whole;
  const list = { table: table.key, view, filter: asked, search: words };
  const { data, error } = useDrawing(list, chart);
  const title = `Chart of ${state.view.label}`;
  const onOpen = (cell: insight.Cell) => {
    const next = both(rest, data ? behind(data, cell) : {});
    const again = isPicked && same(next, picked.filter);
    setPicked(again ? undefined : { rest, filter: next });
    set.filter(again ? rest : next);
  };
  return (
    <aside className="card chart-pane" aria-label={title}>
      <div className="row spread">
        <h2 className="section-title">Chart</h2>
        <span className="row">
          <ChartTools {...{ asTable, setAsTable, title, drawing: data, kind: chart.kind }} />
          <Button
            appearance="subtle"
            size="small"
            aria-label="Close the chart"
            icon={<Icon name="dismiss" />}
            onClick={() => set.chart(null)}
          />
        </span>
      </div>
      <ChartChoices table={table} chart={chart} onChange={set.chart} />
      {data && data.shown < data.total && (
        <p className="quiet small">{shownText(data, table.label, table.plural)} are shown.</p>
      )}
      {data && data.interval !== (chart.by[0]?.interval ?? "") && data.interval && (
        <p className="quiet small">
          There are too many for this interval; shown by {data.interval}.
        </p>
      )}
      <ChartView drawing={data} label={title} {...{ error, chart, asTable, onOpen }} />
    </aside>
  );
}

/** Shows the chart of the list as the view has it or as it begins; or takes it away. */
export function useChartToggle({ shown, set }: ListState): () => void {
  const { chart, firstChart } = shown;
  return useCallback(() => set.chart(chart ? null : firstChart), [chart, firstChart, set]);
}
