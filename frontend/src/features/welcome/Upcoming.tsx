import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type api, Records, type schema } from "../../api";
import { valueText } from "../../fields";
import { keys } from "../../frame";
import { useModel } from "../../model";
import { counted } from "../../ui";
import { earliest, isOverdue, shownColumns } from "./upcoming";

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
  const { data } = useQuery({
    queryKey: [...keys.records, table.key, "upcoming", view.key],
    queryFn: () => Records.Page(earliest(view, columns)),
  });
  return (
    <section className={data ? "card upcoming" : "card upcoming awaited"} aria-label={cell.label}>
      <header className="row spread">
        <h2 className="section-title">{cell.label}</h2>
        {data && (
          <Link
            to="/a/$app/t/$table"
            params={{ app, table: table.key }}
            search={{ view: view.key }}
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
  const { primary } = model.table(view.table);
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
              <td key={c.key} className={isOverdue(view, c, row) ? "overdue" : undefined}>
                {c.key === primary ? (
                  <Link to="/a/$app/t/$table/$id" params={{ app, table: view.table, id: row.id }}>
                    {row.name}
                  </Link>
                ) : (
                  valueText(model, c, row.display[c.key] ?? "", row.values)
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
