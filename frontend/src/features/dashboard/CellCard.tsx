import { Button, Link, Tooltip } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import type { schema } from "../../api";
import { useGo } from "../../frame";
import { narrowing } from "../../model";
import { Icon, Modal } from "../../ui";

interface Props {
  cell: schema.Cell;
  /** How many records it shows, in words: the way to them. */
  total: string | undefined;
  /** What else can be done with it. */
  tools?: ReactNode;
  onRefresh(): void;
  /** What it shows, in its place or as large as the window. */
  children(large: boolean): ReactNode;
}

/** The card around a cell: its name, the records behind it, and what can be done with it. */
export function CellCard({ cell, total, tools, onRefresh, children }: Props) {
  const [large, setLarge] = useState(false);
  const go = useGo();
  return (
    <section className="card cell-card" aria-label={cell.label}>
      <h2 className="section-title">{cell.label}</h2>
      <div className="cell-head">
        {total !== undefined && (
          <Link
            as="button"
            onClick={() => go.list(cell.table, { view: cell.view, filter: narrowing(cell.filter) })}
          >
            {total}
          </Link>
        )}
        <span className="cell-tools">
          {tools}
          <Tool icon="refresh" label={`Refresh ${cell.label}`} run={onRefresh} />
          <Tool icon="maximize" label={`Enlarge ${cell.label}`} run={() => setLarge(true)} />
        </span>
      </div>
      <div className="cell-body">{children(false)}</div>
      {large && (
        <Modal
          title={cell.label}
          className="cell-large"
          onClose={() => setLarge(false)}
          actions={<Button onClick={() => setLarge(false)}>Close</Button>}
        >
          <div className="cell-body">{children(true)}</div>
        </Modal>
      )}
    </section>
  );
}

interface ToolProps {
  icon: string;
  label: string;
  run(): void;
}

function Tool({ icon, label, run }: ToolProps) {
  return (
    <Tooltip content={label} relationship="label">
      <Button
        size="small"
        appearance="subtle"
        icon={<Icon name={icon} size={16} />}
        onClick={run}
      />
    </Tooltip>
  );
}
