import { Button, Input } from "@fluentui/react-components";
import { useRouter, useSearch } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { schema } from "../api";
import { keysText } from "../commands";
import { Icon } from "../ui";
import { useCatalogue } from "./catalogue";
import { useOverlays } from "./overlay";
import { focusGrid } from "./panes";
import { usePlace } from "./place";

/** Filters the list shown by its text; where no list is shown it opens the palette. */
export function SearchBox() {
  const { table, id } = usePlace();
  const { open } = useCatalogue();
  if (!open) return <div className="search" />;
  return (
    <div className="search">
      {table && id === undefined ? <ListFilter key={table.key} table={table} /> : <PaletteOpener />}
    </div>
  );
}

const settle = 200;

function ListFilter({ table }: { table: schema.Table }) {
  const router = useRouter();
  const { q = "" } = useSearch({ strict: false });
  const [text, setText] = useState(q);
  const sent = useRef(q);

  // A filter set elsewhere, by going back for instance, shows here as well.
  useEffect(() => {
    if (q === sent.current) return;
    sent.current = q;
    setText(q);
  }, [q]);
  useEffect(() => {
    if (text === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = text;
      const search = (old: object) => ({ ...old, q: text || undefined });
      router.navigate({ to: ".", search, replace: true });
    }, settle);
    return () => clearTimeout(timer);
  }, [text, router]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") setText("");
    if (event.key === "ArrowDown" || event.key === "Enter") focusGrid();
  };
  return (
    <Input
      id="search"
      type="text"
      role="searchbox"
      value={text}
      onChange={(_, { value }) => setText(value)}
      onKeyDown={onKeyDown}
      placeholder={`Filter ${table.plural}`}
      aria-label={`Filter ${table.plural}`}
      contentBefore={<Icon name="search" size={16} />}
      contentAfter={
        text ? (
          <Button
            appearance="transparent"
            size="small"
            aria-label="Clear the filter"
            icon={<Icon name="dismiss" size={16} />}
            onClick={() => setText("")}
          />
        ) : (
          <span className="key-hint">{keysText("Mod+F")}</span>
        )
      }
    />
  );
}

function PaletteOpener() {
  const { show } = useOverlays();
  const onKeyDown = (event: KeyboardEvent) => {
    const types =
      event.key.length === 1 && !" ?".includes(event.key) && !event.ctrlKey && !event.metaKey;
    if (!types) return;
    event.preventDefault();
    show({ kind: "palette", text: event.key });
  };
  return (
    <button
      id="search"
      type="button"
      className="search-opener"
      onClick={() => show({ kind: "palette", text: "" })}
      onKeyDown={onKeyDown}
    >
      <Icon name="search" size={16} />
      <span className="ellipsis">Find a record, a list or a command</span>
      <span className="key-hint">{keysText("Mod+K")}</span>
    </button>
  );
}
