import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { History } from "../../api";
import { keys } from "../../frame";
import { ago, moment } from "../../ui";

const shownMost = 6;

/** What was done to the catalogue last. */
export function LatestChanges() {
  const { data } = useQuery({
    queryKey: [...keys.history, "latest"],
    queryFn: () => History.List(0, shownMost),
  });
  return (
    <section className="card" aria-label="Latest changes">
      <header className="row spread">
        <h2 className="section-title">Latest changes</h2>
        <Link to="/history">History</Link>
      </header>
      <ul className="plain-list">
        {data?.sets?.map((set) => (
          <li key={set.seq} className="change-line">
            <span>{set.summary}</span>
            <span className="quiet small" title={moment(set.time)}>
              {set.who}, {ago(set.time)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
