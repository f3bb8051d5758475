import { Link } from "@tanstack/react-router";
import { useAppKey, useRecentRecords } from "../../frame";
import { useModel } from "../../model";
import { Icon } from "../../ui";

const shownMost = 6;

/** The records opened lately. */
export function RecentRecords() {
  const model = useModel();
  const app = useAppKey();
  const recent = useRecentRecords();
  if (recent.length === 0) return null;
  return (
    <section className="card" aria-label="Recent records">
      <h2 className="section-title">Recent records</h2>
      <ul className="plain-list">
        {recent.slice(0, shownMost).map(({ table, id, name }) => (
          <li key={`${table} ${id}`} className="line">
            <Icon name={model.table(table).icon} />
            <Link className="ellipsis" to="/a/$app/t/$table/$id" params={{ app, table, id }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
