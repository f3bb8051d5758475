import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useRef } from "react";
import type { api } from "../../api";
import { keys, usePreferences } from "../../frame";
import { ago, Cut, ErrorNotice, Icon, moment, originIcon, usePages } from "../../ui";
import { countsText } from "./counts";
import type { Part } from "./HistoryPage";

interface Props {
  part: Part;
  total: number;
  /** The number of the set shown beside the list. */
  chosen: number;
  onChoose(seq: number): void;
}

/** The journal, a line for each change set; the arrow keys move through it. */
export function ChangeSetList({ part, total, chosen, onChoose }: Props) {
  const scroll = useRef<HTMLDivElement>(null);
  const [{ density }] = usePreferences();
  const height = density === "compact" ? 64 : 72;
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    overscan: 6,
  });
  const shown = rows.getVirtualItems();
  const { item, error } = usePages<api.ChangeSet>({
    queryKey: [...keys.history, part.key],
    first: shown[0]?.index ?? 0,
    last: shown.at(-1)?.index ?? -1,
    fetch: async (offset, limit) => {
      const { total, sets } = await part.fetch(offset, limit);
      return { total, items: sets };
    },
  });
  const choose = (index: number) => {
    const set = item(Math.max(0, Math.min(index, total - 1)));
    if (!set) return;
    onChoose(set.seq);
    rows.scrollToIndex(index);
  };
  const at = shown.find((row) => item(row.index)?.seq === chosen)?.index;
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    choose((at ?? 0) + by);
  };
  return (
    <div
      ref={scroll}
      role="listbox"
      aria-label={part.key === "imports" ? "Imports" : "Changes"}
      aria-activedescendant={at === undefined ? undefined : `set-${chosen}`}
      tabIndex={0}
      className="pane history-list"
      onKeyDown={onKeyDown}
    >
      {error !== undefined && <ErrorNotice error={error} />}
      <div role="presentation" style={{ height: rows.getTotalSize(), position: "relative" }}>
        {shown.map(({ index, start, size }) => (
          <Line
            key={index}
            set={item(index)}
            {...{ part, index, total, start, size, chosen, onChoose }}
          />
        ))}
      </div>
    </div>
  );
}

interface LineProps extends Props {
  set?: api.ChangeSet;
  index: number;
  start: number;
  size: number;
}

function Line({ set, part, index, total, start, size, chosen, onChoose }: LineProps) {
  const place = { transform: `translateY(${start}px)`, height: size };
  if (!set) return <div role="presentation" className="history-line" style={place} />;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the same
    <div
      id={`set-${set.seq}`}
      role="option"
      aria-selected={set.seq === chosen}
      aria-setsize={total}
      aria-posinset={index + 1}
      className="history-line"
      style={place}
      onClick={() => onChoose(set.seq)}
    >
      <Icon name={originIcon(set.origin)} />
      <span className="stack-tight">
        <Cut className={part.key === "imports" ? "ellipsis" : "two-lines"}>
          {part.key === "imports" ? set.files.join(", ") : set.summary}
        </Cut>
        {part.key === "imports" && (
          <span className="small ellipsis">
            {countsText(set)}
            {set.mapping && `, by “${set.mapping}”`}
          </span>
        )}
        <span className="small quiet ellipsis" title={moment(set.time)}>
          {set.who}, {ago(set.time)}
          {set.undone && " · undone"}
        </span>
      </span>
    </div>
  );
}
