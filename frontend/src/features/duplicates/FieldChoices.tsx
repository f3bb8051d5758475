import { Radio } from "@fluentui/react-components";
import { Link } from "@tanstack/react-router";
import type { api, Field, Table } from "../../api";
import { shownText } from "../../fields";
import { useAppKey } from "../../frame";
import { differs, placeOf, type Side, sideOf, sides } from "./fields";

interface FieldChoicesProps {
  table: Table;
  rows: Record<Side, api.Row>;
  fields: Field[];
  stays: Side;
  picked: Record<string, Side>;
  onStays(side: Side): void;
  onPick(key: string, side: Side): void;
}

/** The two records in columns. Where they differ one value is chosen; the other fields are shown as they are. */
export function FieldChoices(props: FieldChoicesProps) {
  const { table, rows, fields, stays, onStays } = props;
  const app = useAppKey();
  return (
    <div className="duplicates-scroll">
      <table className="duplicates-fields">
        <thead>
          <tr>
            <th scope="col">Stays</th>
            {sides.map((side) => (
              <th key={side} scope="col">
                <Radio
                  name="stays"
                  checked={stays === side}
                  label={`${rows[side].name || "(no name)"}${placeOf(rows, side)}`}
                  onChange={() => onStays(side)}
                />
                <Link
                  className="small"
                  to="/a/$app/t/$table/$id"
                  params={{ app, table: table.key, id: rows[side].id }}
                >
                  Open<span className="visually-hidden"> {rows[side].name}</span>
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <Line key={field.key} {...props} field={field} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ field, rows, picked, stays, onPick }: FieldChoicesProps & { field: Field }) {
  const from = sideOf(field, rows, picked, stays);
  const text = (side: Side) => shownText(field.kind, rows[side].display[field.key] ?? "");
  return (
    <tr>
      <th scope="row">{field.label}</th>
      {!differs(field, rows) &&
        sides.map((side) => (
          <td key={side} className="duplicates-same">
            {text(side)}
          </td>
        ))}
      {differs(field, rows) &&
        sides.map((side) => (
          <td key={side} className={from === side ? "duplicates-taken" : "duplicates-left"}>
            <Radio
              name={field.key}
              checked={from === side}
              aria-label={`${field.label}: ${text(side) || "empty"}`}
              label={text(side) || "---"}
              onChange={() => onPick(field.key, side)}
            />
          </td>
        ))}
    </tr>
  );
}
