import { mergeClasses, Popover, PopoverSurface, SearchBox, Text } from "@fluentui/react-components";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import type { api } from "../../api";
import { useModel } from "../../model";
import { type Choice, fieldChoices } from "./fieldChoices";
import { linksOf, useNames } from "./names";
import { columnName } from "./wording";

interface Props {
  sheet: api.PlanSheet;
  column: api.PlanColumn;
  /** True when a person has answered about this column. */
  answered: boolean;
  /** The key of the source system that the rows come from, "" for none. */
  source: string;
  target: HTMLElement;
  /** A field's key, "" to leave the column out, undefined to leave it to recognition. */
  onPick(field: string | undefined): void;
  onClose(): void;
}

/** A searchable list of the fields that a column may fill. */
export function FieldPicker({ sheet, column, answered, source, target, onPick, onClose }: Props) {
  const table = useNames().table(sheet.table);
  const model = useModel();
  const links = useMemo(() => linksOf(model, sheet.table), [model, sheet.table]);
  const [text, setText] = useState("");
  const choices = fieldChoices(table, sheet, column, answered, text, links, source);
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      choices.findIndex((c) => c.current),
    ),
  );
  const active = Math.min(at, choices.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = moved(event.key, active, choices.length);
    const choice = choices[active];
    if (to !== undefined) setAt(to);
    else if (event.key === "Enter" && choice) onPick(choice.field);
    else return;
    event.preventDefault();
  };
  return (
    <Popover
      open
      trapFocus
      positioning={{ target, position: "below", align: "start", offset: 2 }}
      onOpenChange={(_, { open }) => !open && onClose()}
    >
      <PopoverSurface className="import-picker" aria-label={`Field for ${columnName(column)}`}>
        <SearchBox
          size="small"
          placeholder="Search fields"
          aria-label={`Field for ${columnName(column)}`}
          input={{
            role: "combobox",
            "aria-expanded": true,
            "aria-controls": "import-choices",
            "aria-activedescendant": active >= 0 ? `import-choice-${active}` : undefined,
          }}
          value={text}
          onChange={(_, { value }) => {
            setText(value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <Choices choices={choices} active={active} onPick={onPick} />
      </PopoverSurface>
    </Popover>
  );
}

function moved(key: string, at: number, count: number): number | undefined {
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8 }[key];
  return to === undefined ? undefined : Math.min(count - 1, Math.max(0, to));
}

interface ListProps {
  choices: Choice[];
  active: number;
  onPick(field: string | undefined): void;
}

function Choices({ choices, active, onPick }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView?.({ block: "nearest" });
  }, [active]);
  if (choices.length === 0) return <Text className="quiet">No field is called that.</Text>;
  return (
    <div
      ref={list}
      id="import-choices"
      role="listbox"
      aria-label="Fields"
      className="import-choices"
    >
      {choices.map((choice, i) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the search box, which points here
        // biome-ignore lint/a11y/useKeyWithClickEvents: the search box takes the keys
        <div
          key={choice.field ?? "recognise"}
          id={`import-choice-${i}`}
          role="option"
          aria-selected={choice.current}
          className={mergeClasses("import-choice", i === active && "import-choice-active")}
          onClick={() => onPick(choice.field)}
        >
          <span>{choice.label}</span>
          <span className="quiet">{choice.note}</span>
        </div>
      ))}
    </div>
  );
}
