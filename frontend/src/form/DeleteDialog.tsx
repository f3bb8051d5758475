import { useQueryClient } from "@tanstack/react-query";
import { type api, Records } from "../api";
import { keys, useGo } from "../frame";
import { ConfirmDialog, useNotify, useTakeBack } from "../ui";
import { LinkUses } from "./LinkUses";
import type { RecordWork } from "./useRecord";

interface DeleteDialogProps {
  work: RecordWork;
  released: () => void;
  onClose: () => void;
}

/** Asks before a record is deleted, after showing what links to it. */
export function DeleteDialog({ work, released, onClose }: DeleteDialogProps) {
  const { table, draft } = work;
  const { id, name } = draft.base;
  const selection: api.Selection = { table: table.key, ids: [id], except: [] };
  const go = useGo();
  const queries = useQueryClient();
  const notify = useNotify();
  const takeBack = useTakeBack();

  async function remove() {
    const done = await Records.Delete(selection);
    released();
    queries.removeQueries({ queryKey: [...keys.records, table.key, id] });
    go.list(table.key);
    notify({
      intent: "success",
      text: `${table.label} “${name}” deleted`,
      action: takeBack(done.seq),
    });
  }
  return (
    <ConfirmDialog
      open
      danger
      title={`Delete the ${table.label} “${name}”?`}
      confirm="Delete"
      onConfirm={remove}
      onClose={onClose}
    >
      <LinkUses selection={selection} />
    </ConfirmDialog>
  );
}
