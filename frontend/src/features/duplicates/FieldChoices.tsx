import { Checkbox, Radio } from "@fluentui/react-components";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { api, Field, Table } from "../../api";
import { valueText } from "../../fields";
import { useAppKey } from "../../frame";
import { type CatalogueModel, useModel } from "../../model";
import { Cut, counted, Icon } from "../../ui";
import { fieldsOf, labelOf, type Plan, titleOf } from "./fields";

interface FieldChoicesProps {
  table: Table;
  rows: api.Row[];
  plan: Plan;
  /** Why the record that stays is proposed. */
  why: string;
  apart: string[];
  onKeep(id: string): void;
  onApart(id: string, apart: boolean): void;
  onPick(key: string, id: string): void;
}

/** The records in columns. Where they differ one value is chosen; the other fields are folded away. */
export function FieldChoices(props: FieldChoicesProps) {
  const { table, rows } = props;
  const { differ, same } = fieldsOf(table, rows);
  const [unfolded, setUnfolded] = useState(differ.length === 0);
  const width = `calc(160px + ${rows.length} * 192px)`;
  return (
    <div className="duplicates-scroll bars-stay">
      <table className="duplicates-fields" style={{ minWidth: width }}>
        <Head {...props} />
        <tbody>
          {differ.map((field) => (
            <Line key={field.key} {...props} field={field} />
          ))}
        </tbody>
        {same.length > 0 && (
          <tbody>
            <tr>
              <th scope="rowgroup" colSpan={rows.length + 1} className="duplicates-fold">
                <button
                  type="button"
                  aria-expanded={unfolded}
                  onClick={() => setUnfolded(!unfolded)}
                >
                  <Icon name={unfolded ? "down" : "right"} />
                  {counted(same.length, "field is", "fields are")} the same
                </button>
              </th>
            </tr>
            {unfolded && same.map((field) => <SameLine key={field.key} {...{ field, rows }} />)}
          </tbody>
        )}
      </table>
    </div>
  );
}

function Head({ table, rows, plan, why, apart, onKeep, onApart }: FieldChoicesProps) {
  const app = useAppKey();
  return (
    <thead>
      <tr>
        <th scope="col">
          Stays
          <span className="small duplicates-why">{why}</span>
        </th>
        {rows.map(({ id }) => (
          <th key={id} scope="col" className={apart.includes(id) ? "duplicates-out" : undefined}>
            <Radio
              name="stays"
              checked={plan.keep.id === id}
              disabled={apart.includes(id)}
              label={titleOf(rows, id)}
              aria-label={`${labelOf(rows, id)} stays`}
              onChange={() => onKeep(id)}
            />
            <span className="duplicates-about">
              {rows.length > 2 && (
                <Checkbox
                  label="Same"
                  aria-label={`${labelOf(rows, id)} is the same`}
                  title="Without its tick it is left out, and kept apart from the others"
                  checked={!apart.includes(id)}
                  onChange={(_, { checked }) => onApart(id, !checked)}
                />
              )}
              <Link
                className="small"
                to="/a/$app/t/$table/$id"
                params={{ app, table: table.key, id }}
                aria-label={`Open ${labelOf(rows, id)}`}
              >
                Open
              </Link>
            </span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Line({ field, rows, plan, apart, onPick }: FieldChoicesProps & { field: Field }) {
  const model = useModel();
  const from = plan.from[field.key] ?? plan.keep.id;
  return (
    <tr>
      <th scope="row">
        {field.label}
        <span className="small duplicates-why">{plan.why[field.key] ?? ""}</span>
      </th>
      {rows.map((row) => {
        const text = textOf(model, field, row);
        return (
          <td key={row.id} className={row.id === from ? "duplicates-taken" : "duplicates-left"}>
            <Radio
              name={field.key}
              checked={row.id === from}
              disabled={apart.includes(row.id)}
              aria-label={`${field.label} of ${labelOf(rows, row.id)}: ${text || "empty"}`}
              label={<Value text={text || "---"} />}
              onChange={() => onPick(field.key, row.id)}
            />
          </td>
        );
      })}
    </tr>
  );
}

function SameLine({ field, rows }: { field: Field; rows: api.Row[] }) {
  const model = useModel();
  return (
    <tr>
      <th scope="row">{field.label}</th>
      <td colSpan={rows.length} className="duplicates-same">
        <span>{textOf(model, field, rows[0])}</span>
      </td>
    </tr>
  );
}

/** A long text is cut; whole it is seen by pointing at it. */
const Value = ({ text }: { text: string }) => <Cut className="duplicates-value">{text}</Cut>;

const textOf = (model: CatalogueModel, field: Field, row: api.Row | undefined) =>
  valueText(model, field, row?.display[field.key] ?? "", row?.values);
