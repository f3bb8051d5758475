import {
  Button,
  Input,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  ToggleButton,
} from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { type KeyboardEvent, useState } from "react";
import { type Command, registry, useAllCommands } from "../../../commands";
import { Icon } from "../../../ui";
import type { ListView, Views } from "./useViews";

interface Props {
  current: ListView;
  views: Views;
  onView(key: string): void;
}

/** The name of the view shown, and the way to the others. */
export function ViewPicker(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <h1 className="page-title">
      <Popover
        open={open}
        onOpenChange={(_, data) => setOpen(data.open)}
        positioning="below-start"
        trapFocus
      >
        <PopoverTrigger disableButtonEnhancement>
          <button type="button" className="view-picker" title="Choose another view">
            <span className="ellipsis">{props.current.view.label}</span>
            <ChevronDownRegular aria-hidden />
          </button>
        </PopoverTrigger>
        <PopoverSurface className="view-list" aria-label="Views">
          <Choice {...props} onClose={() => setOpen(false)} />
        </PopoverSurface>
      </Popover>
    </h1>
  );
}

function Choice({ current, views, onView, onClose }: Props & { onClose(): void }) {
  const [words, setWords] = useState("");
  const found = views.views.filter(({ view }) =>
    view.label.toLowerCase().includes(words.trim().toLowerCase()),
  );
  const choose = ({ view }: ListView) => {
    onClose();
    onView(view.key);
  };
  const sections = sectionsOf(found);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys move between the buttons inside
    <div className="view-choice" onKeyDown={moveFocus}>
      <Input
        type="search"
        role="searchbox"
        aria-label="Find a view"
        placeholder="Find a view"
        value={words}
        onChange={(_, { value }) => setWords(value)}
        onKeyDown={(event) => event.key === "Enter" && found[0] && choose(found[0])}
      />
      <div className="view-entries">
        {sections.map(({ label, entries }) => (
          <section key={label} aria-label={label}>
            <h2 className="view-heading">{label}</h2>
            <ul>
              {entries.map((entry) => (
                <Entry
                  key={entry.view.key}
                  entry={entry}
                  current={entry.view.key === current.view.key}
                  first={entry.view.key === views.first.view.key}
                  onChoose={() => choose(entry)}
                  onFirst={views.setFirst}
                />
              ))}
            </ul>
          </section>
        ))}
        {found.length === 0 && <p className="quiet">No view has this in its name.</p>}
      </div>
      <Managing onClose={onClose} />
    </div>
  );
}

function sectionsOf(views: ListView[]): { label: string; entries: ListView[] }[] {
  const sections = [
    { label: "My views", entries: views.filter(({ saved }) => saved?.mine) },
    { label: "Shared views", entries: views.filter(({ saved }) => saved && !saved.mine) },
    { label: "Views of the program", entries: views.filter(({ saved }) => !saved) },
  ];
  return sections.filter(({ entries }) => entries.length > 0);
}

interface EntryProps {
  entry: ListView;
  current: boolean;
  first: boolean;
  onChoose(): void;
  onFirst(key: string): void;
}

function Entry({ entry: { view, saved }, current, first, onChoose, onFirst }: EntryProps) {
  const detail = saved && !saved.mine ? saved.owner : saved?.shared ? "Shared" : "";
  return (
    <li className="view-entry">
      <button type="button" className="entry" aria-current={current} onClick={onChoose}>
        <span className="entry-content">
          <span className="ellipsis">{view.label}</span>
          {detail && <span className="quiet entry-detail">{detail}</span>}
        </span>
      </button>
      <ToggleButton
        appearance="transparent"
        size="small"
        checked={first}
        aria-label={`Begin with ${view.label}`}
        title={first ? "The list begins with this view" : "Let the list begin with this view"}
        icon={<Icon name={first ? "starFilled" : "star"} size={16} />}
        onClick={() => onFirst(first ? "" : view.key)}
      />
    </li>
  );
}

/** What can be done with the view shown. */
function Managing({ onClose }: { onClose(): void }) {
  const commands = useAllCommands().filter(
    (command) => command.id.startsWith("listview.") && registry.ready(command),
  );
  const give = ({ id }: Command) => {
    onClose();
    registry.run(id);
  };
  return (
    <div className="view-manage">
      {commands.map((command) => (
        <Button
          key={command.id}
          appearance="subtle"
          size="small"
          icon={<Icon name={command.icon ?? "right"} size={16} />}
          onClick={() => give(command)}
        >
          {command.label}
        </Button>
      ))}
    </div>
  );
}

/** The arrow keys go from the search down the views and back. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("input, .entry")];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  stops[Math.max(0, Math.min(at + by, stops.length - 1))]?.focus();
  event.preventDefault();
}
