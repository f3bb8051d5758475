import { Button, Link } from "@fluentui/react-components";
import { useState } from "react";
import type { api, Table } from "../../api";
import { valueText } from "../../fields";
import { useGo } from "../../frame";
import { useModel } from "../../model";
import { count, Icon, moment, originIcon, originText } from "../../ui";
import type { Beside } from "./besides";
import { Linked } from "./Linked";
import type { Restore } from "./useRestore";

interface HistoryEntryProps {
  set: api.ChangeSet;
  table: Table;
  id: string;
  row: api.Row | undefined;
  restore: Restore;
  /** What stood in the record's other fields. */
  beside: Beside | undefined;
  /** The record is now as this change left it. */
  latest: boolean;
  /** Nothing can be put back now. */
  fixed: boolean;
}

/** One change of a record: what, who, when, from where; its fields old and new, and what came to link to it. */
export function HistoryEntry(props: HistoryEntryProps) {
  const { set, id, restore, latest, fixed } = props;
  const go = useGo();
  const change = set.changes.find(({ record }) => record === id);
  const version = change?.version ?? 0;
  return (
    <li>
      <p className="row nowrap timeline-head">
        <Icon name={originIcon(set.origin)} size={16} />
        <Link className="timeline-summary" onClick={() => go.history(set.seq)}>
          {set.summary}
        </Link>
      </p>
      <p className="quiet">
        <time dateTime={set.time}>{moment(set.time)}</time>
        {` · ${set.who} · ${whence(set, change)}`}
      </p>
      {change && <Fields {...props} change={change} />}
      {set.linked && <Linked linked={set.linked} />}
      {change && change.op !== "delete" && !latest && (
        <Button
          size="small"
          disabled={fixed}
          icon={<Icon name="undo" size={16} />}
          onClick={() => restore(version)}
        >
          Put the record back to this
        </Button>
      )}
    </li>
  );
}

/** Where a change came from: "by an import of systems.xlsx, Systems, row 12". */
function whence({ origin, files }: api.ChangeSet, change: api.RecordChange | undefined): string {
  const parts = [files.length > 0 ? `of ${files.join(", ")}` : ""];
  const row = change?.row ? `row ${count(change.row)}` : "";
  const place = [change?.sheet, row].filter(Boolean).join(", ");
  return [originText(origin), ...parts, place && `(${place})`].filter(Boolean).join(" ");
}

/** So many fields are shown at once where a record was made or deleted: it has had them all since. */
const fewest = 6;

function Fields(props: HistoryEntryProps & { change: api.RecordChange }) {
  const { change, table } = props;
  const [all, setAll] = useState(false);
  const told = change.fields.filter(({ field }) => !systemField(table, field));
  const shown = all || change.op === "update" ? told : told.slice(0, fewest);
  return (
    <>
      <dl className="timeline-fields">
        {shown.map((each) => (
          <FieldChange key={each.field} {...props} {...each} />
        ))}
      </dl>
      {shown.length < told.length && (
        <Button size="small" appearance="subtle" onClick={() => setAll(true)}>
          Show all {told.length} fields
        </Button>
      )}
    </>
  );
}

type FieldChangeProps = HistoryEntryProps & { change: api.RecordChange } & api.FieldChange;

function FieldChange(props: FieldChangeProps) {
  const { table, change, field: key, before, after, row, restore, fixed, beside } = props;
  const field = table.fields.find((each) => each.key === key);
  const label = field?.label ?? key;
  const model = useModel();
  const was = valueText(model, field, before, beside?.before) || "---";
  const became = valueText(model, field, after, beside?.after) || "---";
  const isBack = row && before === (row.display[key] ?? "");
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {change.op === "update" && (
          <span className="timeline-before">{before ? <del>{was}</del> : "---"}</span>
        )}
        <ins>{change.op === "delete" ? was : became}</ins>
      </dd>
      {change.op === "update" && row && !isBack && (
        <dd>
          <Button
            size="small"
            appearance="subtle"
            disabled={fixed}
            icon={<Icon name="undo" size={16} />}
            aria-label={`Put ${label} back to ${before ? `“${was}”` : "empty"}`}
            title={`Put back to ${before ? `“${was}”` : "empty"}`}
            onClick={() => restore((change.version ?? 0) - 1, key)}
          />
        </dd>
      )}
    </div>
  );
}

/** Who changed it and when stands above already. */
const systemField = (table: Table, key: string) =>
  table.fields.find((field) => field.key === key)?.system;
