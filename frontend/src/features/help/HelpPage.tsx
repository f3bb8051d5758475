import { Link, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { type HelpEntry, pages } from "./pages";
import "./help.css";

/** The user guide: its pages at the left, the one that is read at the right. */
export function HelpPage() {
  const { page } = useParams({ from: "/help/$page" });
  const at = Math.max(
    0,
    pages.findIndex((p) => p.key === page),
  );
  const entry = pages[at];
  useEffect(() => {
    if (page) document.querySelector("#page")?.scrollTo(0, 0);
  }, [page]);
  if (!entry) return null;
  return (
    <div className="help">
      <nav aria-label="Help" className="help-nav">
        <h2 className="side-nav-heading">Help</h2>
        <ul className="plain-list">
          {pages.map((p) => (
            <li key={p.key}>
              <Link to="/help/$page" params={{ page: p.key }} className="help-entry">
                {p.title}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <article key={entry.key} className="help-page">
        <h1 className="page-title">{entry.title}</h1>
        <entry.Page />
        <footer className="help-foot">
          <Neighbour word="Back to" entry={pages[at - 1]} />
          <Neighbour word="Next:" entry={pages[at + 1]} />
        </footer>
      </article>
    </div>
  );
}

function Neighbour({ word, entry }: { word: string; entry?: HelpEntry }) {
  if (!entry) return <span />;
  return (
    <Link to="/help/$page" params={{ page: entry.key }}>
      {word} {entry.title}
    </Link>
  );
}
