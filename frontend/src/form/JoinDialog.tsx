import { Records, type Table } from "../api";
import type { GridSelection } from "../grid";
import { counted, useNotify, useTakeBack } from "../ui";
import { PickDialog } from "./PickDialog";

interface JoinDialogProps {
  /** The table whose records join two others, and its lookup to the record that is here. */
  table: Table;
  via: string;
  id: string;
  name: string;
  /** The table of the records to add. */
  target: Table;
  onClose(): void;
}

/** Adds several records at once to what a record is joined with. */
export function JoinDialog({ table, via, id, name, target, onClose }: JoinDialogProps) {
  const notify = useNotify();
  const takeBack = useTakeBack();
  async function join({ records: to }: GridSelection) {
    const { done, already } = await Records.Join({ table: table.key, via, id, to });
    const added = `${counted(done.created, target.label, target.plural)} added to “${name}”`;
    const before = `${counted(already, "was", "were")} there before`;
    notify({
      intent: done.seq ? "success" : "info",
      text: done.seq ? added : "Nothing to add",
      detail: already > 0 ? before : undefined,
      action: takeBack(done.seq),
    });
  }
  return (
    <PickDialog
      table={target}
      title={`Add ${target.plural} to “${name}”`}
      layoutKey={`join:${target.key}`}
      onAdd={join}
      onClose={onClose}
    />
  );
}
