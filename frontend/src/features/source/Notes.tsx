import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { useState } from "react";
import { count } from "../../ui";

/** What policies and value maps have no effect: the first, and the others when they are asked for. */
export function Notes({ notes }: { notes: string[] }) {
  const [all, setAll] = useState(false);
  if (notes.length === 0) return null;
  const more = notes.length - 1;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <ul className="waiting-notes" aria-label="Without effect" tabIndex={all ? 0 : undefined}>
          {notes.slice(0, all ? undefined : 1).map((note, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same
            <li key={i}>{note}</li>
          ))}
        </ul>
      </MessageBarBody>
      {more > 0 && (
        <MessageBarActions>
          <Button size="small" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? "Show fewer" : `Show ${count(more)} more`}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
