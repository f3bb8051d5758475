import { Button, SearchBox } from "@fluentui/react-components";
import { useState } from "react";
import { History, Records, type Table } from "../api";
import type { GridSelection } from "../grid";
import { RecordGrid } from "../grid/RecordGrid";
import { useModel } from "../model";
import { counted, ErrorNotice, Modal, useFail, useNotify } from "../ui";

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
  const view = useModel().view(target.key);
  const [words, setWords] = useState("");
  const [order, setOrder] = useState(view.order);
  const [selection, setSelection] = useState<GridSelection>();
  const { add, busy, error } = useJoin({ table, via, id, name, target, onClose });
  const picked = selection?.count ?? 0;
  const actions = (
    <>
      <Button disabled={busy} onClick={onClose}>
        Cancel
      </Button>
      <Button
        appearance="primary"
        disabled={busy || picked === 0}
        onClick={() => selection && add(selection)}
      >
        {picked > 0 ? `Add ${counted(picked, target.label, target.plural)}` : "Add"}
      </Button>
    </>
  );
  return (
    <Modal
      className="join"
      title={`Add ${target.plural} to “${name}”`}
      actions={actions}
      onClose={onClose}
    >
      <div className="stack join-body">
        <SearchBox
          className="join-search"
          aria-label={`Find ${target.plural}`}
          placeholder={`Find ${target.plural}`}
          value={words}
          onChange={(_, { value }) => setWords(value)}
        />
        {error !== undefined && <ErrorNotice error={error} />}
        <RecordGrid
          table={target.key}
          label={target.plural}
          columns={view.columns}
          view={view.key}
          search={words}
          order={order}
          onOrderChange={setOrder}
          selectable
          onOpen={() => {}}
          onNow={(now) => setSelection(now.selection)}
          layoutKey={`join:${target.key}`}
        />
      </div>
    </Modal>
  );
}

/** Joins what was picked, and says what came of it. */
function useJoin({ table, via, id, name, target, onClose }: JoinDialogProps) {
  const notify = useNotify();
  const fail = useFail();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  async function add(selection: GridSelection) {
    setBusy(true);
    setError(undefined);
    try {
      const { done, already } = await Records.Join({
        table: table.key,
        via,
        id,
        to: selection.records,
      });
      const added = `${counted(done.created, target.label, target.plural)} added to “${name}”`;
      const before = `${counted(already, "was", "were")} there before`;
      notify({
        intent: done.seq ? "success" : "info",
        text: done.seq ? added : "Nothing to add",
        detail: already > 0 ? before : undefined,
        action: done.seq
          ? { label: "Undo", run: () => void History.Undo(done.seq).catch(fail) }
          : undefined,
      });
      onClose();
    } catch (reason) {
      setError(reason);
      setBusy(false);
    }
  }
  return { add, busy, error };
}
