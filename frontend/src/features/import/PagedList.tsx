import "./rows.css";
import { mergeClasses } from "@fluentui/react-components";
import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useRef,
} from "react";
import { ErrorNotice, type Paged, usePages } from "../../ui";

interface Props<T> {
  /** The list's name for people who listen. */
  label: string;
  /** Names what is listed; another name is another list. */
  name: readonly unknown[];
  fetch(offset: number, limit: number): Promise<Paged<T>>;
  rowHeight: number;
  /** The headings above the rows. */
  head?: ReactNode;
  row(item: T): ReactNode;
  selected: number;
  onSelect(index: number): void;
  /** Shown beside the list: what is selected; next is what stands below it. */
  detail(item: T | undefined, next: T | undefined): ReactNode;
  /** The same list read anew has the same places: what was there stays on screen until it is. */
  stays?: boolean;
  scroller?: RefObject<HTMLDivElement | null>;
  /** Shown instead when there is nothing. */
  empty: ReactNode;
}

/** The key under which a list is kept. */
export function listKey(name: readonly unknown[]): readonly unknown[] {
  return ["import", ...name];
}

/** A list of any length, of which only what is on screen is read, with what is selected beside it. */
export function PagedList<T>(props: Props<T>) {
  const own = useRef<HTMLDivElement>(null);
  const scroller = props.scroller ?? own;
  const id = useId();
  const list = { queryKey: listKey(props.name), fetch: props.fetch, stays: props.stays };
  const at = usePages({ ...list, first: props.selected, last: props.selected + 1 });
  const total = at.total ?? 0;
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => props.rowHeight,
    overscan: 8,
    initialRect: { width: 0, height: 600 },
  });
  const shown = rows.getVirtualItems();
  const first = shown[0]?.index ?? 0;
  const last = shown.at(-1)?.index ?? 0;
  const { item, error } = usePages({ ...list, first, last });
  const filled = total > 0;
  useEffect(() => {
    if (filled) rows.scrollToIndex(props.selected);
  }, [props.selected, filled, rows]);
  if (error) return <ErrorNotice error={error} />;
  if (at.total === 0) return props.empty;

  const inSight = shown.some(({ index }) => index === props.selected);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = target(event.key, props.selected, total);
    if (next === undefined) return;
    event.preventDefault();
    props.onSelect(next);
  };
  return (
    <div className="import-split">
      <div className="import-list">
        {props.head}
        <div
          ref={scroller}
          role="listbox"
          tabIndex={0}
          aria-label={props.label}
          aria-activedescendant={inSight ? `${id}-${props.selected}` : undefined}
          className="import-scroll"
          onKeyDown={onKeyDown}
        >
          <div className="import-rows" style={{ height: total * props.rowHeight }}>
            {shown.map(({ index, start }) => (
              <Item
                key={index}
                id={`${id}-${index}`}
                index={index}
                count={total}
                top={start}
                item={item(index)}
                {...props}
              />
            ))}
          </div>
        </div>
      </div>
      <aside className="import-detail" aria-label="What is selected">
        {props.detail(at.item(props.selected), at.item(props.selected + 1))}
      </aside>
    </div>
  );
}

interface ItemProps<T> {
  id: string;
  index: number;
  count: number;
  top: number;
  item: T | undefined;
  rowHeight: number;
  selected: number;
  row(item: T): ReactNode;
  onSelect(index: number): void;
}

function Item<T>({
  id,
  index,
  count,
  top,
  item,
  rowHeight,
  selected,
  row,
  onSelect,
}: ItemProps<T>) {
  const current = index === selected;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and points here
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys
    <div
      id={id}
      role="option"
      aria-selected={current}
      aria-posinset={index + 1}
      aria-setsize={count}
      className={mergeClasses("import-item", current && "import-item-current")}
      style={{ height: rowHeight, transform: `translateY(${top}px)` }}
      onClick={() => onSelect(index)}
    >
      {item === undefined ? <span className="visually-hidden">Being read</span> : row(item)}
    </div>
  );
}

/** Where a key moves to from a place in a list, undefined for other keys. */
export function target(key: string, at: number, count: number): number | undefined {
  const to: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + 15,
    PageUp: at - 15,
    Home: 0,
    End: count - 1,
  };
  const next = to[key];
  return next === undefined ? undefined : Math.min(count - 1, Math.max(0, next));
}
