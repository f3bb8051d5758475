import { Button, SearchBox } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import type { schema, Table } from "../api";
import type { GridSelection } from "../grid";
import { RecordGrid } from "../grid/RecordGrid";
import { useModel } from "../model";
import { counted, ErrorNotice, Modal } from "../ui";

interface PickDialogProps {
  /** The table of the records to pick. */
  table: Table;
  title: string;
  /** Only those that meet it are offered. */
  filter?: schema.Filter;
  /** The fields shown; those of the table's default view without. */
  columns?: string[];
  /** Under what the columns are remembered. */
  layoutKey: string;
  /** Says what comes of it. */
  children?: ReactNode;
  /** Does it; the dialog closes when that went well. */
  onAdd(selection: GridSelection): Promise<void>;
  onClose(): void;
}

/** Lets a person pick several records of a table, to add them to something. */
export function PickDialog(props: PickDialogProps) {
  const { table, title, filter, layoutKey, children, onClose } = props;
  const view = useModel().view(table.key);
  const [words, setWords] = useState("");
  const [order, setOrder] = useState(view.order);
  const [selection, setSelection] = useState<GridSelection>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const picked = selection?.count ?? 0;
  async function add(picked: GridSelection) {
    setBusy(true);
    setError(undefined);
    try {
      await props.onAdd(picked);
      onClose();
    } catch (reason) {
      setError(reason);
      setBusy(false);
    }
  }
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
        {picked > 0 ? `Add ${counted(picked, table.label, table.plural)}` : "Add"}
      </Button>
    </>
  );
  return (
    <Modal className="join" title={title} actions={actions} onClose={onClose}>
      <div className="stack join-body">
        {children}
        <SearchBox
          className="join-search"
          aria-label={`Find ${table.plural}`}
          placeholder={`Find ${table.plural}`}
          value={words}
          onChange={(_, { value }) => setWords(value)}
        />
        {error !== undefined && <ErrorNotice error={error} />}
        <RecordGrid
          table={table.key}
          label={table.plural}
          columns={props.columns ?? view.columns}
          view={view.key}
          filter={filter}
          search={words}
          order={order}
          onOrderChange={setOrder}
          selectable
          onOpen={() => {}}
          onNow={(now) => setSelection(now.selection)}
          layoutKey={layoutKey}
        />
      </div>
    </Modal>
  );
}
