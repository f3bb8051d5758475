import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type api, Records, type schema } from "../../api";
import { valueText } from "../../fields";
import { keys } from "../../frame";
import { isOverdue, settlingFields, todayText } from "../../grid";
import { narrowing, useModel } from "../../model";
import { counted } from "../../ui";
import { earliest, shownColumns } from "./upcoming";

/** The lists that the app's dashboards put first, "Upcoming Reviews" for instance, by their first lines. */
export function Upcoming({ app }: { app: schema.App }) {
  const { raw } = useModel();
  const wanted = app.areas.flatMap((a) => a.groups.flatMap((g) => g.dashboards ?? []));
  const cells = raw.dashboards
    .filter((d) => wanted.includes(d.key))
    .flatMap((d) => d.cells.filter((c) => !c.chart));
  return cells.map((cell) => <Card key={cell.label} app={app.key} cell={cell} />);
}

function Card({ app, cell }: { app: string; cell: schema.Cell }) {
  const model = useModel();
  const table = model.table(cell.table);
  const view = model.view(cell.table, cell.view);
  const columns = shownColumns(table, view);
  const asked = columns.map((c) => c.key);
  const { data } = useQuery({
    queryKey: [...keys.records, table.key, "upcoming", cell.label],
    queryFn: () =>
      Records.Page(earliest(cell, view, [...asked, ...settlingFields(model, table, asked)])),
  });
  return (
    <section className={data ? "card upcoming" : "card upcoming awaited"} aria-label={cell.label}>
      <header className="row spread">
        <h2 className="section-title">{cell.label}</h2>
        {data && (
          <Link
            to="/a/$app/t/$table"
            params={{ app, table: table.key }}
            search={{ view: view.key, filter: narrowing(cell.filter) }}
          >
            {counted(data.total, table.label, table.plural)}
          </Link>
        )}
      </header>
      {data?.total === 0 && <p className="quiet">Nothing is coming up.</p>}
      {data && data.total > 0 && <Lines {...{ app, view, columns }} rows={data.rows} />}
    </section>
  );
}

interface LinesProps {
  app: string;
  view: schema.View;
  columns: schema.Field[];
  rows: api.Row[];
}

function Lines({ app, view, columns, rows }: LinesProps) {
  const model = useModel();
  const table = model.table(view.table);
  const today = todayText();
  const late = (c: schema.Field, row: api.Row) => isOverdue(model, table, c.key, row, today);
  return (
    <table>
      <thead>
        <tr>
          {columns.map((c) => (
            <th key={c.key} scope="col">
              {c.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {columns.map((c) => (
              <td key={c.key} className={late(c, row) ? "overdue" : undefined}>
                {c.key === table.primary ? (
                  <Link to="/a/$app/t/$table/$id" params={{ app, table: view.table, id: row.id }}>
                    {row.name}
                  </Link>
                ) : (
                  valueText(model, c, row.display[c.key] ?? "", row.values)
                )}
                {late(c, row) && <span className="visually-hidden"> (overdue)</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
