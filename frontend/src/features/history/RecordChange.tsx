import { Button, Tooltip } from "@fluentui/react-components";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { api } from "../../api";
import { useRefusal } from "../../commands";
import { valueText } from "../../fields";
import { useAppKey } from "../../frame";
import { type CatalogueModel, useModel } from "../../model";
import { ago, Cut, count, Icon, moment, titleWhereCut } from "../../ui";
import { UndoDialog } from "./UndoDialog";

const words: Record<string, string> = { create: "created", update: "changed", delete: "deleted" };

/** How high a change usually is: what stands in for one that is still to come. */
export const usualHeight = 96;

interface RecordChangeProps {
  set: api.ChangeSet;
  change?: api.RecordChange;
}

/** One record of a change set: which, and its fields before and after. */
export function RecordChange({ set, change }: RecordChangeProps) {
  const model = useModel();
  if (!change) return <div style={{ height: usualHeight }} />;
  const { icon, label } = model.table(change.table);
  return (
    <article className="record-change">
      <header className="row">
        <Icon name={icon} />
        <Name change={change} />
        <span className="quiet">
          {label} {words[change.op] ?? change.op}
        </span>
        {change.takenBack && (
          <strong title={`${ago(change.takenBack)}, ${moment(change.takenBack)}`}>
            taken back
          </strong>
        )}
        <Source change={change} />
        {!change.takenBack && set.created + set.updated + set.deleted > 1 && (
          <UndoOne set={set} change={change} />
        )}
      </header>
      {change.fields?.length > 0 && <Fields model={model} change={change} />}
    </article>
  );
}

function Name({ change: { table, record, name, op, takenBack } }: { change: api.RecordChange }) {
  const app = useAppKey();
  const look = { className: "ellipsis", onMouseEnter: titleWhereCut };
  if (takenBack ? op === "create" : op === "delete") return <strong {...look}>{name}</strong>;
  return (
    <Link to="/a/$app/t/$table/$id" params={{ app, table, id: record }} {...look}>
      {name || "(no name)"}
    </Link>
  );
}

function UndoOne({ set, change }: Required<RecordChangeProps>) {
  const [asking, setAsking] = useState(false);
  const refusal = useRefusal() || (set.undone ? "It has been undone already." : "");
  return (
    <>
      <Tooltip
        content={refusal || "Undo this for this record alone"}
        relationship={refusal ? "description" : "inaccessible"}
        positioning="before"
      >
        <Button
          className="record-change-undo"
          appearance="subtle"
          size="small"
          icon={<Icon name="undo" size={16} />}
          disabledFocusable={refusal !== ""}
          aria-label={`Undo this for ${change.name || "this record"} alone`}
          onClick={() => setAsking(true)}
        />
      </Tooltip>
      {asking && <UndoDialog set={set} change={change} onClose={() => setAsking(false)} />}
    </>
  );
}

/** The row of the file that asked for the change. */
function Source({ change: { sheet, row } }: { change: api.RecordChange }) {
  if (!row) return null;
  return (
    <span className="quiet small record-change-source">
      {sheet && <Cut className="ellipsis">{sheet}</Cut>}
      <span>
        {sheet && ", "}row {count(row)}
      </span>
    </span>
  );
}

function Fields({ model, change }: { model: CatalogueModel; change: api.RecordChange }) {
  const textOf = (field: string, text: string) =>
    valueText(model, model.fieldAt(change.table, field), text);
  return (
    <table className="field-changes">
      <tbody>
        {change.fields.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{model.label(change.table, field)}</th>
            {change.op !== "create" && (
              <td>
                <del>{textOf(field, before) || "–"}</del>
              </td>
            )}
            {change.op !== "delete" && (
              <td>
                <ins>{textOf(field, after) || "–"}</ins>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
