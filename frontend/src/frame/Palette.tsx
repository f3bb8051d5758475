import { Dialog, DialogBody, DialogSurface, DialogTitle } from "@fluentui/react-components";
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { Keys } from "../commands/Keys";
import { Icon, useReturnFocus } from "../ui";
import { type PaletteGroup, type PaletteItem, usePaletteGroups } from "./paletteItems";
import "./palette.css";

interface Props {
  text: string;
  onClose(): void;
}

/** Finds anything by its name and does it: records, lists, views, commands. */
export function Palette({ text, onClose }: Props) {
  const [typed, setTyped] = useState(text);
  const [marked, setMarked] = useState(0);
  const list = useId();
  useReturnFocus();
  const groups = usePaletteGroups(typed);
  const items = groups.flatMap((g) => g.items);
  const current = items[Math.min(marked, items.length - 1)];
  const currentId = optionId(list, current);
  const type = (value: string) => {
    setTyped(value);
    setMarked(0);
  };
  const give = (item?: PaletteItem) => {
    if (!item) return;
    onClose();
    item.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") give(current);
    else if (event.key === "ArrowDown") setMarked(step(marked, 1, items.length));
    else if (event.key === "ArrowUp") setMarked(step(marked, -1, items.length));
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    document.getElementById(currentId)?.scrollIntoView({ block: "nearest" });
  }, [currentId]);
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className="palette" aria-describedby={undefined}>
        <DialogBody className="palette-body">
          <DialogTitle className="visually-hidden" action={null}>
            Find a record, a list or a command
          </DialogTitle>
          <div className="palette-input">
            <Icon name="search" />
            <input
              role="combobox"
              aria-label="Find a record, a list or a command"
              aria-expanded
              aria-controls={list}
              aria-activedescendant={currentId || undefined}
              placeholder="Find a record, a list or a command"
              spellCheck={false}
              autoFocus
              value={typed}
              onChange={(event) => type(event.target.value)}
              onKeyDown={onKeyDown}
            />
          </div>
          <div role="listbox" id={list} aria-label="Found" className="palette-list">
            {groups.map((group) => (
              <Group key={group.label} {...{ group, list, current, give }} />
            ))}
            {items.length === 0 && <p className="palette-none">Nothing answers to this.</p>}
          </div>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function step(from: number, by: number, length: number): number {
  return length === 0 ? 0 : (from + by + length) % length;
}

function optionId(list: string, item?: PaletteItem): string {
  return item ? `${list}-${item.id.replaceAll(" ", "-")}` : "";
}

interface GroupProps {
  group: PaletteGroup;
  list: string;
  current?: PaletteItem;
  give(item: PaletteItem): void;
}

function Group({ group, list, current, give }: GroupProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options within a list box
    <div role="group" aria-label={group.label}>
      <div aria-hidden className="palette-heading">
        {group.label}
      </div>
      {group.items.map((item) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the text box above has the focus and the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the same
        <div
          key={item.id}
          id={optionId(list, item)}
          role="option"
          aria-selected={item === current}
          className="palette-item"
          onClick={() => give(item)}
        >
          <Icon name={item.icon} />
          <span className="ellipsis">{item.label}</span>
          {item.where && <span className="ellipsis palette-where">{item.where}</span>}
          <span className="palette-detail">{item.detail}</span>
          {item.keys && <Keys keys={item.keys} />}
        </div>
      ))}
    </div>
  );
}
