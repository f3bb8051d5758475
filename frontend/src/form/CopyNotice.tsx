import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { Copied } from "./copy";

/** Says of a record what it is a copy of, and what of that was left out: the same before and after it is saved. */
export function CopyNotice({ copied: { of, blank } }: { copied: Copied }) {
  const fields = blank.join(", ");
  return (
    <MessageBar intent="info">
      <MessageBarBody>
        A copy of the fields of “{of}”. Records that link to “{of}” stay with it.
        {blank.length > 0 &&
          ` ${fields} ${blank.length === 1 ? "is" : "are"} left blank: that is one record’s alone.`}
      </MessageBarBody>
    </MessageBar>
  );
}
