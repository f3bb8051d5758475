import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { RecordWork } from "./useRecord";

/** Says of a record that is known by name only why it is here and what to do. */
export function StubNotice({ work }: { work: RecordWork }) {
  if (!work.draft.base.stub) return null;
  return (
    <MessageBar intent="info">
      <MessageBarBody>
        Known by name only: another record links to it. Complete it here, or let an import fill it.
      </MessageBarBody>
    </MessageBar>
  );
}
