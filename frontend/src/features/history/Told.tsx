import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { api } from "../../api";
import { found, Icon, Modal, useCopy } from "../../ui";

/** What an import found in its files and what was decided: a line that opens the list. */
export function Told({ set }: { set: api.ChangeSet }) {
  const [open, setOpen] = useState(false);
  const { told, files } = set;
  if (!told?.length) return null;
  return (
    <p className="row">
      <Button size="small" icon={<Icon name="detail" />} onClick={() => setOpen(true)}>
        {found(set.problems, set.notes, set.decided) || "What was found and decided"}
      </Button>
      {open && (
        <Sentences
          title={`What was found in ${files.join(", ")}`}
          told={told}
          onClose={() => setOpen(false)}
        />
      )}
    </p>
  );
}

interface Props {
  title: string;
  told: string[];
  onClose(): void;
}

function Sentences({ title, told, onClose }: Props) {
  const [copied, copy] = useCopy();
  const actions = (
    <>
      <Button
        className="history-copy"
        icon={<Icon name={copied ? "check" : "copy"} />}
        onClick={() => copy(told.join("\n"))}
      >
        {copied ? "Copied" : "Copy all as text"}
      </Button>
      <Button appearance="primary" onClick={onClose}>
        Close
      </Button>
    </>
  );
  return (
    <Modal title={title} className="history-notes" actions={actions} onClose={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by the keyboard */}
      <ul className="history-told" tabIndex={0} aria-label="What was found and decided">
        {told.map((sentence, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may be the same, and none comes or goes
          <li key={i}>{sentence}</li>
        ))}
      </ul>
    </Modal>
  );
}
