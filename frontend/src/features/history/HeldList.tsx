import type { api } from "../../api";
import { useModel } from "../../model";
import { ago, count, counted, moment } from "../../ui";

/** The later changes that are in the way of an undo: the record, why, and who made the change and when. */
export function HeldList({ plan }: { plan: api.UndoPlan }) {
  const model = useModel();
  const more = plan.heldTotal - plan.held.length;
  return (
    <section className="stack-tight" aria-label="Later changes in the way">
      <p>
        {plan.heldTotal === 1
          ? "A later change is in the way, and its record stays as it is:"
          : `${count(plan.heldTotal)} later changes are in the way, and their records stay as they are:`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard */}
      <ul className="held-list" tabIndex={0}>
        {plan.held.map(({ table, record, name, why, by }) => (
          <li key={`${table} ${record} ${why}`}>
            <strong>{name}</strong> <span className="quiet">{model.table(table).label}</span>
            <div className="small">
              {why}: {by.summary}
              <span className="quiet" title={moment(by.time)}>
                {` · ${by.who}, ${ago(by.time)}`}
              </span>
            </div>
          </li>
        ))}
        {more > 0 && <li className="quiet">and {counted(more, "other")}</li>}
      </ul>
    </section>
  );
}
