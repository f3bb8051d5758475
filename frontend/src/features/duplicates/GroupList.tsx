import type { api } from "../../api";
import { counted } from "../../ui";
import { groupKey, isPair, type Pair, pairOf, type Shown } from "./groups";

interface GroupListProps {
  groups: Shown[];
  total: number;
  chosen: Pair | undefined;
  onChoose(pair: Pair): void;
}

/** The groups of records that are likely one; that of the chosen pair shows all of its pairs. */
export function GroupList({ groups, total, chosen, onChoose }: GroupListProps) {
  const more = total - groups.length;
  return (
    <nav className="pane duplicates-list" aria-label="Likely duplicates">
      <ul>
        {groups.map((group) => (
          <li key={groupKey(group)}>
            {group.records.length > 2 ? (
              <Several {...{ group, chosen, onChoose }} />
            ) : (
              <PairButton pair={group.pairs[0]} {...{ group, chosen, onChoose }} />
            )}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="quiet duplicates-more">and {counted(more, "other group")}</p>}
    </nav>
  );
}

type GroupProps = Pick<GroupListProps, "chosen" | "onChoose"> & { group: Shown };

/** More than two records: what they are, and below them their pairs, of which one is decided after the other. */
function Several({ group, chosen, onChoose }: GroupProps) {
  const { records, pairs, more } = group;
  return (
    <section className="duplicates-group" aria-label={records.map(({ name }) => name).join(", ")}>
      <p className="small quiet">{counted(records.length, "record")} that may be one</p>
      <ul>
        {pairs.map((pair) => (
          <li key={`${pair.a} ${pair.b}`}>
            <PairButton {...{ group, pair, chosen, onChoose }} />
          </li>
        ))}
      </ul>
      {more > 0 && <p className="small quiet">and {counted(more, "other pair")}</p>}
    </section>
  );
}

function PairButton(props: GroupProps & { pair: api.DuplicatePair | undefined }) {
  const { group, pair, chosen, onChoose } = props;
  if (!pair) return null;
  const ids = pairOf(group, pair);
  const names = [group.records[pair.a]?.name, group.records[pair.b]?.name];
  return (
    <button
      type="button"
      className="duplicates-pair"
      aria-current={isPair(ids, chosen) || undefined}
      onClick={() => onChoose(ids)}
    >
      {names.map((name, i) => (
        <span key={["a", "b"][i]} className="ellipsis" title={name}>
          {name}
        </span>
      ))}
      <span className="small quiet">
        {pair.reasons.map(({ field, words }) => `${field} ${words}`).join(" · ")}
      </span>
    </button>
  );
}
