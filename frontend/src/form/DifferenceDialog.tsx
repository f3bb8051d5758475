import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import type { api } from "../api";
import { useModel } from "../model";
import { type Difference, differences } from "./differences";
import type { RecordWork } from "./useRecord";

interface DifferenceDialogProps {
  work: RecordWork;
  theirs: api.Row;
  onClose: () => void;
}

/** Shows what the others saved beside what stands in the form, and lets the person decide. */
export function DifferenceDialog({ work, theirs, onClose }: DifferenceDialogProps) {
  const model = useModel();
  const { table, draft, takeTheirs, saveMine } = work;
  const then = (act: () => unknown) => () => {
    onClose();
    act();
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className="difference">
        <DialogBody>
          <DialogTitle>What is different in “{theirs.name}”</DialogTitle>
          <DialogContent>
            <Differences differences={differences(model, table, draft, theirs)} />
            <p className="quiet">
              Saving yours keeps what only the others changed. Undo brings theirs back.
            </p>
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>Keep editing</Button>
            <Button onClick={then(takeTheirs)}>Take theirs</Button>
            <Button appearance="primary" onClick={then(saveMine)}>
              Save yours
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Differences({ differences: all }: { differences: Difference[] }) {
  return (
    <table className="difference-table">
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Before</th>
          <th scope="col">Theirs</th>
          <th scope="col">Yours</th>
        </tr>
      </thead>
      <tbody>
        {all.map(({ label, before, theirs, mine, changed }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{before || "---"}</td>
            <td className={changed.theirs ? undefined : "quiet"}>{theirs || "---"}</td>
            <td className={changed.mine ? undefined : "quiet"}>{mine || "---"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
