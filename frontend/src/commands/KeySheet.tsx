import { Button } from "@fluentui/react-components";
import { Modal } from "../ui/Modal";
import { KeySections } from "./KeySections";

/** The sheet of keys, over the page. */
export function KeySheet({ onClose }: { onClose(): void }) {
  return (
    <Modal
      className="key-sheet"
      title="Keyboard shortcuts"
      actions={<Button onClick={onClose}>Close</Button>}
      onClose={onClose}
    >
      <KeySections />
    </Modal>
  );
}
