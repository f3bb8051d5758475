import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { type api, History } from "../../api";
import { keys } from "../../frame";
import { ErrorNotice, usePages } from "../../ui";
import { RecordChange, usualHeight } from "./RecordChange";

/** What a change set did, record by record. */
export function Changes({ set }: { set: api.ChangeSet }) {
  const scroll = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: set.created + set.updated + set.deleted,
    getScrollElement: () => scroll.current,
    estimateSize: () => usualHeight,
    overscan: 4,
  });
  const shown = rows.getVirtualItems();
  const { item, error } = usePages<api.RecordChange>({
    queryKey: [...keys.history, "changes", set.seq],
    first: shown[0]?.index ?? 0,
    last: shown.at(-1)?.index ?? -1,
    fetch: async (offset, limit) => {
      const { total, changes } = await History.Changes(set.seq, offset, limit);
      return { total, items: changes };
    },
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard
    <section ref={scroll} className="history-changes" tabIndex={0} aria-label="Records">
      {error !== undefined && <ErrorNotice error={error} />}
      <div style={{ height: rows.getTotalSize(), position: "relative" }}>
        {shown.map(({ index, start, key }) => (
          <div
            key={key}
            ref={rows.measureElement}
            data-index={index}
            className="history-change"
            style={{ transform: `translateY(${start}px)` }}
          >
            <RecordChange set={set} change={item(index)} />
          </div>
        ))}
      </div>
    </section>
  );
}
