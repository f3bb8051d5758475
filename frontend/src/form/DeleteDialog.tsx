import { Spinner } from "@fluentui/react-components";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type api, History, Records } from "../api";
import { keys, useGo } from "../frame";
import { useModel } from "../model";
import { ConfirmDialog, counted, ErrorNotice, useFail, useNotify } from "../ui";
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
  const fail = useFail();

  async function remove() {
    const done = await Records.Delete(selection);
    released();
    queries.removeQueries({ queryKey: [...keys.records, table.key, id] });
    go.list(table.key);
    notify({
      intent: "success",
      text: `${table.label} “${name}” deleted`,
      action: { label: "Undo", run: () => History.Undo(done.seq).catch(fail) },
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
      <Links selection={selection} />
    </ConfirmDialog>
  );
}

function Links({ selection }: { selection: api.Selection }) {
  const model = useModel();
  const { data, error } = useQuery({
    queryKey: [...keys.records, "links", selection],
    queryFn: () => Records.Links(selection),
  });
  if (error) return <ErrorNotice error={error} />;
  if (!data) return <Spinner size="tiny" />;
  if (data.length === 0) return <p>Nothing links to it. You can undo this.</p>;
  return (
    <>
      <p>These records link to it. They stay, and their links to it are cleared.</p>
      <ul>
        {data.map(({ table, field, count, names }) => (
          <li key={`${table}.${field}`}>
            {counted(count, model.table(table).label, model.table(table).plural)}
            {` (${model.field(table, field).label}): ${names.join(", ")}`}
            {count > names.length && ` and ${count - names.length} more`}
          </li>
        ))}
      </ul>
      <p>You can undo this: it brings back the record and its links.</p>
    </>
  );
}
