import { Link } from "@tanstack/react-router";
import type { schema } from "../../api";
import { useCatalogue } from "../../frame";
import { useModel } from "../../model";
import { count, Icon } from "../../ui";

/** Every list of the app with how many records it holds. */
export function Lists({ app }: { app: schema.App }) {
  return app.areas.map((area) => (
    <section key={area.label} className="card" aria-label={area.label}>
      <h2 className="section-title">{area.label}</h2>
      <div className="list-tiles">
        {area.groups.flatMap((group) =>
          group.tables.map((table) => <Tile key={table} app={app.key} table={table} />),
        )}
      </div>
    </section>
  ));
}

function Tile({ app, table }: { app: string; table: string }) {
  const { icon, plural } = useModel().table(table);
  const { counts } = useCatalogue();
  const records = counts?.[table] ?? 0;
  return (
    <Link
      to="/a/$app/t/$table"
      params={{ app, table }}
      className={records === 0 ? "list-tile none" : "list-tile"}
    >
      <Icon name={icon} />
      <span className="ellipsis">{plural}</span>
      <span className="list-tile-count tabular">{count(records)}</span>
    </Link>
  );
}
