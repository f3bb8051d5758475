import type { KeyboardEvent } from "react";
import { keysText } from "../commands";
import { Icon } from "../ui";
import { useCatalogue } from "./catalogue";
import { useOverlays } from "./overlay";

/** Looks like a text field and opens the palette, with what was typed into it. */
export function SearchBox() {
  const { open } = useCatalogue();
  const { show } = useOverlays();
  if (!open) return <div className="search" />;
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey } = event;
    if (key.length !== 1 || " ?".includes(key) || ctrlKey || metaKey) return;
    event.preventDefault();
    show({ kind: "palette", text: key });
  };
  return (
    <div className="search">
      <button
        type="button"
        className="search-opener"
        title="Find a record, a list or a command"
        onClick={() => show({ kind: "palette", text: "" })}
        onKeyDown={onKeyDown}
      >
        <Icon name="search" size={16} />
        <span className="ellipsis">Find anything</span>
        <span className="key-hint">{keysText("Mod+K")}</span>
      </button>
    </div>
  );
}
