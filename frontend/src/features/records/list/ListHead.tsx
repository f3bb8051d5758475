import {
  Button,
  Input,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { type KeyboardEvent, memo, type RefObject } from "react";
import type { schema, Table } from "../../../api";
import { type Command, keysText } from "../../../commands";
import type { GridHandle } from "../../../grid";
import { useModel } from "../../../model";
import { count, Icon } from "../../../ui";
import type { useListSearch } from "./useListSearch";

interface Props {
  table: Table;
  search: ReturnType<typeof useListSearch>;
  total: number | undefined;
  grid: RefObject<GridHandle | null>;
  /** What decides which columns and rows are in sight. */
  sight: Command[];
}

/** Which view is shown, how many rows it finds, and the words that narrow it. */
export function ListHead({ table, search, total, grid, sight }: Props) {
  return (
    <header className="list-head">
      <ViewPicker table={table.key} view={search.view} onView={search.setView} />
      {total !== undefined && <span className="quiet">{count(total)}</span>}
      <span className="list-sight">
        {sight.map((command) => (
          <SightButton key={command.id} command={command} />
        ))}
      </span>
      <WordFilter table={table} search={search} grid={grid} />
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

interface ViewPickerProps {
  table: string;
  view: schema.View;
  onView(key: string): void;
}

const ViewPicker = memo(function ViewPicker({ table, view, onView }: ViewPickerProps) {
  const views = useModel().views(table);
  return (
    <Menu
      checkedValues={{ view: [view.key] }}
      onCheckedValueChange={(_, { checkedItems }) => checkedItems[0] && onView(checkedItems[0])}
    >
      <h1 className="page-title">
        <MenuTrigger disableButtonEnhancement>
          <button type="button" className="view-picker" title="Choose another view">
            {view.label}
            <ChevronDownRegular aria-hidden />
          </button>
        </MenuTrigger>
      </h1>
      <MenuPopover>
        <MenuList>
          {views.map(({ key, label }) => (
            <MenuItemRadio key={key} name="view" value={key}>
              {label}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
});

export const wordFilterId = "list-words";

function WordFilter({ table, search, grid }: Omit<Props, "total" | "sight">) {
  const { words, setWords } = search;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && words) setWords("");
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
      aria-label={`Filter ${table.plural} by keyword`}
      placeholder="Filter by keyword"
      value={words}
      onChange={(_, { value }) => setWords(value)}
      onKeyDown={onKeyDown}
      contentBefore={<Icon name="filter" size={16} />}
      contentAfter={
        words ? (
          <Button
            appearance="transparent"
            size="small"
            aria-label="Clear the words"
            icon={<Icon name="dismiss" size={16} />}
            onClick={() => setWords("")}
          />
        ) : undefined
      }
    />
  );
}
