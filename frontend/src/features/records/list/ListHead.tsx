import { Button, Tooltip } from "@fluentui/react-components";
import {
  type KeyboardEvent,
  memo,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
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

/**
 * The words that narrow the list. The browser alone keeps them, so that a letter draws nothing but itself, and they
 * are asked for before it does: rows are on their way while it is drawn, and the page around hears of them next.
 */
export function WordFilter({ table, state, grid }: Omit<Props, "views" | "total" | "sight">) {
  const { words, given, sayWords, settleWords } = state;
  const input = useRef<HTMLInputElement>(null);
  const [blank, setBlank] = useState(words === "");
  const ask = useCallback((search: string) => grid.current?.ask({ search }), [grid]);
  const say = (next: string) => {
    ask(next);
    setBlank(next === "");
    sayWords(next);
  };
  const put = (next: string) => {
    if (input.current) input.current.value = next;
    setBlank(next === "");
  };
  const clear = () => {
    put("");
    say("");
    input.current?.focus(); // the button goes with the words
  };
  // Words that come from elsewhere. Those typed here the page hears of later, when there may be more of them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is given counts, not what is heard
  useLayoutEffect(() => put(words), [given]);
  // React tells of a letter only when it has been put in its place, which takes longer than to ask.
  useEffect(() => onInsert(input.current, ask), [ask]);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Escape" && event.currentTarget.value) clear();
    else if (event.key === "ArrowDown" || event.key === "Enter") grid.current?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <span className="word-filter">
      {filterIcon}
      <input
        ref={input}
        id={wordFilterId}
        type="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={`Filter ${table.plural} by keyword`}
        placeholder="Filter by keyword"
        defaultValue={words}
        onChange={(event) => say(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={settleWords}
      />
      {!blank && (
        <Button
          appearance="transparent"
          size="small"
          aria-label="Clear the words"
          icon={<Icon name="dismiss" size={16} />}
          onClick={() => {
            clear();
            input.current?.focus(); // this button goes
          }}
        />
      )}
    </span>
  );
}

/** Tells what a field will hold once the letter that is being typed is in it, until the returned function is called. */
function onInsert(field: HTMLInputElement | null, tell: (next: string) => void) {
  const foresee = ({ inputType, data }: InputEvent) => {
    const { value = "", selectionStart, selectionEnd } = field ?? {};
    if (inputType !== "insertText" || selectionStart == null || selectionEnd == null) return;
    tell(value.slice(0, selectionStart) + data + value.slice(selectionEnd));
  };
  field?.addEventListener("beforeinput", foresee);
  return () => field?.removeEventListener("beforeinput", foresee);
}
