import { type KeyboardEvent, useEffect, useRef } from "react";
import { Cut, counted } from "../../ui";
import { type Group, groupKey, idsOf } from "./groups";

interface GroupListProps {
  groups: Group[];
  total: number;
  /** The ids of the records shown. */
  chosen: string[] | undefined;
  onChoose(ids: string[]): void;
}

/** The groups of records that are likely one. Arrows go through them. */
export function GroupList({ groups, total, chosen, onChoose }: GroupListProps) {
  const more = total - groups.length;
  const key = groupKey(chosen ?? []);
  const list = useFollowed(key);
  const listed = groups.some((group) => groupKey(idsOf(group)) === key);
  return (
    <nav className="pane duplicates-list" aria-label="Likely duplicates" ref={list}>
      <ul onKeyDown={step}>
        {groups.map((group, i) => {
          const ids = idsOf(group);
          const current = groupKey(ids) === key;
          return (
            <li key={groupKey(ids)}>
              <button
                type="button"
                className="duplicates-group"
                aria-current={current || undefined}
                tabIndex={current || (!listed && i === 0) ? 0 : -1}
                onClick={() => onChoose(ids)}
              >
                <Records group={group} />
              </button>
            </li>
          );
        })}
      </ul>
      {more > 0 && <p className="quiet duplicates-more">and {counted(more, "other group")}</p>}
    </nav>
  );
}

/** How many names of a group are shown. */
const namesMost = 3;

function Records({ group: { records, reasons } }: { group: Group }) {
  const named = records.filter(
    ({ name }, i) => records.findIndex((other) => other.name === name) === i,
  );
  const shown = records.length > 2 ? named.slice(0, namesMost) : records;
  const more = named.length - shown.length;
  return (
    <>
      {records.length > 2 && <span className="small duplicates-alike">{records.length} alike</span>}
      {shown.map(({ id, name }) => (
        <Cut key={id} className="ellipsis">
          {name}
        </Cut>
      ))}
      {more > 0 && <span className="small quiet">and {counted(more, "other name")}</span>}
      <span className="small quiet">
        {reasons.map(({ field, words }) => `${field} ${words}`).join(" · ")}
      </span>
    </>
  );
}

const moves: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** Goes to another group, and shows it. */
function step(event: KeyboardEvent<HTMLElement>) {
  const move = moves[event.key];
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  const next = move && at >= 0 ? buttons[move(at, buttons.length - 1)] : undefined;
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.click();
}

/** The keyboard goes on with the next group when the one that had it is decided and gone. */
function useFollowed(key: string) {
  const list = useRef<HTMLElement>(null);
  const before = useRef(key);
  useEffect(() => {
    const isLost = document.activeElement === document.body;
    if (before.current !== key && isLost)
      list.current?.querySelector<HTMLElement>("[aria-current]")?.focus();
    before.current = key;
  }, [key]);
  return list;
}
