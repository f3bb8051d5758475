import type { api } from "../../api";
import { counted } from "../../ui";

interface PairListProps {
  pairs: api.Duplicate[];
  total: number;
  chosen: { a: string; b: string } | undefined;
  onChoose(pair: api.Duplicate): void;
}

/** The pairs with the reasons why each is likely one. */
export function PairList({ pairs, total, chosen, onChoose }: PairListProps) {
  const more = total - pairs.length;
  return (
    <nav className="pane duplicates-list" aria-label="Likely pairs">
      <ul>
        {pairs.map((pair) => {
          const { a, b, reasons } = pair;
          const current = a.id === chosen?.a && b.id === chosen.b;
          return (
            <li key={`${a.id} ${b.id}`}>
              <button
                type="button"
                className="duplicates-pair"
                aria-current={current || undefined}
                onClick={() => onChoose(pair)}
              >
                <span className="ellipsis" title={a.name}>
                  {a.name}
                </span>
                <span className="ellipsis" title={b.name}>
                  {b.name}
                </span>
                <span className="small quiet">
                  {reasons.map(({ field, words }) => `${field} ${words}`).join(" · ")}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {more > 0 && <p className="quiet duplicates-more">and {counted(more, "other pair")}</p>}
    </nav>
  );
}
