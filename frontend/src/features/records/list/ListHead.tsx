import { Button, Input, Tooltip } from "@fluentui/react-components";
import { type KeyboardEvent, memo, type RefObject, useCallback, useMemo, useState } from "react";
import type { Table } from "../../../api";
import { type Command, keysText } from "../../../commands";
import type { GridHandle } from "../../../grid";
import { count, Icon } from "../../../ui";
import type { ListState } from "./useListSearch";
import type { Views } from "./useViews";
import { ViewPicker } from "./ViewPicker";

interface Props {
  table: Table;
  state: ListState;
  views: Views;
  total: number | undefined;
  grid: RefObject<GridHandle | null>;
  /** What decides which columns and rows are in sight. */
  sight: Command[];
}

/** Which view is shown, how many rows it finds, and the words that narrow it. */
export function ListHead({ table, state, views, total, grid, sight }: Props) {
  return (
    <header className="list-head">
      <ViewPicker current={state.current} views={views} onView={state.set.view} />
      {total !== undefined && <span className="quiet">{count(total)}</span>}
      <span className="list-sight">
        {sight.map((command) => (
          <SightButton key={command.id} command={command} />
        ))}
      </span>
      <WordFilter table={table} state={state} grid={grid} />
    </header>
  );
}

const SightButton = memo(function SightButton({ command }: { command: Command }) {
  const { label, icon = "", keys = "", run } = command;
  return (
    <Tooltip content={`${label} (${keysText(keys)})`} relationship="description">
      <Button appearance="subtle" icon={<Icon name={icon} />} onClick={run}>
        {label}
      </Button>
    </Tooltip>
  );
});

export const wordFilterId = "list-words";

const filterIcon = <Icon name="filter" size={16} />;

/** The words that narrow the list; one field of its own, so that a letter draws nothing else. */
export function WordFilter({ table, state, grid }: Omit<Props, "views" | "total" | "sight">) {
  const { words, given, sayWords, settleWords } = state;
  const [typed, setTyped] = useState(words);
  const [before, setBefore] = useState(given);
  // Words that come from elsewhere. Those typed here the page hears of later, when there may be more of them.
  if (given !== before) {
    setBefore(given);
    setTyped(words);
  }
  /** Rows are asked for first: they are on their way while the words are drawn, and the page around hears of them next. */
  const type = useCallback(
    (next: string) => {
      grid.current?.ask({ search: next });
      setTyped(next);
      sayWords(next);
    },
    [grid, sayWords],
  );
  // What stands beside the words stays the same element, so that a letter draws nothing but itself.
  const clear = useMemo(
    () => (
      <Button
        appearance="transparent"
        size="small"
        aria-label="Clear the words"
        icon={<Icon name="dismiss" size={16} />}
        onClick={() => type("")}
      />
    ),
    [type],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && typed) type("");
    else if (event.key === "ArrowDown" || event.key === "Enter") grid.current?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <Input
      id={wordFilterId}
      className="word-filter"
      type="text"
      role="searchbox"
      autoComplete="off"
      spellCheck={false}
      aria-label={`Filter ${table.plural} by keyword`}
      placeholder="Filter by keyword"
      value={typed}
      onChange={(_, { value }) => type(value)}
      onKeyDown={onKeyDown}
      onBlur={settleWords}
      contentBefore={filterIcon}
      contentAfter={typed ? clear : undefined}
    />
  );
}
