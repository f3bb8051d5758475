import type { Table } from "../../../api";
import { LinkUses } from "../../../form";
import { ConfirmDialog, count } from "../../../ui";
import { BulkEditDialog } from "./BulkEditDialog";
import { useActs } from "./useActs";
import type { Asked } from "./useListCommands";

interface Props {
  table: Table;
  asked: Asked | undefined;
  /** The records are gone. */
  onDeleted(): void;
  onClose(): void;
}

/** What is asked before many records change. */
export function ListDialogs(props: Props) {
  const { table, asked, onDeleted, onClose } = props;
  const { records, remove, setActive, job } = useActs(table);
  if (!asked) return null;
  const { kind, selection } = asked;
  const which = records(selection.count);
  if (kind === "edit")
    return <BulkEditDialog table={table} selection={selection} onClose={onClose} />;
  if (kind === "delete")
    return (
      <ConfirmDialog
        open
        danger
        title={selection.one ? `Delete “${selection.one.name}”?` : `Delete ${which}?`}
        confirm={`Delete ${which}`}
        job={job}
        onConfirm={() => remove(selection).then(onDeleted)}
        onClose={onClose}
      >
        <Which selection={selection} />
        <LinkUses selection={selection.records} />
      </ConfirmDialog>
    );
  const active = kind === "activate";
  return (
    <ConfirmDialog
      open
      title={`${active ? "Activate" : "Deactivate"} ${which}?`}
      confirm={`${active ? "Activate" : "Deactivate"} ${which}`}
      job={job}
      onConfirm={() => setActive(selection, active)}
      onClose={onClose}
    >
      <Which selection={selection} />
      {active
        ? "They show in active views again."
        : "Active views no longer show them. Everything in them stays, and they can be activated again."}
    </ConfirmDialog>
  );
}

/** The first of several by their names; one alone stands in the title. */
function Which({ selection: { count: n, names, one } }: Pick<Asked, "selection">) {
  if (one || names.length === 0) return null;
  const more = n - names.length;
  return (
    <p>
      {names.map((name) => `“${name}”`).join(", ")}
      {more > 0 && ` and ${count(more)} more`}
    </p>
  );
}
