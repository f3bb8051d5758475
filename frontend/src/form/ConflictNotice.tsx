import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { useState } from "react";
import { DifferenceDialog } from "./DifferenceDialog";
import type { RecordWork } from "./useRecord";

/** Says that the record was saved by others meanwhile, and offers what can be done about it. */
export function ConflictNotice({ work }: { work: RecordWork }) {
  const [looking, setLooking] = useState(false);
  const { theirs, takeTheirs } = work;
  if (!theirs) return null;
  const who = theirs.display.modifiedby;
  return (
    <MessageBar intent="warning">
      <MessageBarBody>
        “{theirs.name}” was changed meanwhile{who ? ` by ${who}` : ""}, while you were working on
        it. Nothing of yours is lost yet.
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => setLooking(true)}>
          Look at the difference
        </Button>
        <Button size="small" onClick={takeTheirs}>
          Take theirs
        </Button>
      </MessageBarActions>
      {looking && (
        <DifferenceDialog work={work} theirs={theirs} onClose={() => setLooking(false)} />
      )}
    </MessageBar>
  );
}
