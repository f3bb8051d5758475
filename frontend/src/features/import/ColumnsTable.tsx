import { Button, mergeClasses } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import { useState } from "react";
import type { api } from "../../api";
import { Icon } from "../../ui";
import { count } from "../../ui/format";
import { Carried, FieldTargets, useColumnDrag } from "./ColumnDrag";
import { FieldPicker } from "./FieldPicker";
import { useNames } from "./names";
import { sheetOptions, withColumn, withoutColumn } from "./options";
import { session, useSession } from "./useSession";
import type { Group } from "./ValuesTab";
import { columnName, confidence, how } from "./wording";

interface Props {
  sheet: api.PlanSheet;
  options: api.ImportOptions;
  /** Shows the values of a field that are to be decided. */
  onValues(of: Group): void;
}

/** Every column of a sheet: what it is called, where it goes and why, how full it is, what is in it. */
export function ColumnsTable({ sheet, options, onValues }: Props) {
  const answers = sheetOptions(options, sheet);
  const [picking, setPicking] = useState<{ column: api.PlanColumn; target: HTMLElement }>();
  const give = ({ column }: api.PlanColumn, field: string | undefined) =>
    session.correct(
      field === undefined
        ? withoutColumn(options, sheet, column)
        : withColumn(options, sheet, column, field),
    );
  const { dragged, grab } = useColumnDrag(give);
  const close = () => {
    picking?.target.focus();
    setPicking(undefined);
  };
  return (
    <>
      <section className="import-scroll" aria-label="Columns of the sheet">
        <table className={mergeClasses("import-table", dragged && "import-dragging")}>
          <Head />
          <tbody>
            {sheet.columns.map((column) => (
              <ColumnRow
                key={column.column}
                column={column}
                sheet={sheet}
                answer={answers.columns[column.column]}
                onGrab={(event) => grab(event, column)}
                onPick={(target) => setPicking({ column, target })}
                onGive={(field) => give(column, field)}
                onValues={onValues}
              />
            ))}
          </tbody>
        </table>
      </section>
      {dragged && <FieldTargets sheet={sheet} dragged={dragged} />}
      {dragged && <Carried sheet={sheet} dragged={dragged} />}
      {picking && (
        <FieldPicker
          sheet={sheet}
          column={picking.column}
          answered={picking.column.column in answers.columns}
          source={options.source}
          target={picking.target}
          onPick={(field) => {
            close();
            give(picking.column, field);
          }}
          onClose={close}
        />
      )}
    </>
  );
}

function Head() {
  return (
    <thead>
      <tr>
        <th scope="col" className="import-col-letter">
          <abbr title="Column of the spreadsheet">Col.</abbr>
        </th>
        <th scope="col" className="import-col-header">
          Header in the file
        </th>
        <th scope="col" className="import-col-field">
          Goes into
        </th>
        <th scope="col" className="import-col-how">
          Because
        </th>
        <th scope="col" className="import-col-filled">
          Filled
        </th>
        <th scope="col">Examples</th>
      </tr>
    </thead>
  );
}

/** What is shown where no field is filled: by what was answered, else by how the column was understood. */
const blanks: Record<string, string> = {
  id: "Record id",
  sourcekey: "External key",
  source: "External key",
  tag: "Record version",
  list: "Left out",
  "left out": "Left out",
};

interface RowProps {
  column: api.PlanColumn;
  sheet: api.PlanSheet;
  /** The person's answer, which the plan may not know yet. */
  answer: string | undefined;
  onGrab(event: React.MouseEvent): void;
  onPick(target: HTMLElement): void;
  /** A field's key, "" to leave the column out, undefined to leave it to recognition. */
  onGive(field: string | undefined): void;
  onValues(of: Group): void;
}

function ColumnRow({ column, sheet, answer, onGrab, onPick, onGive, onValues }: RowProps) {
  const names = useNames();
  const field = answer ?? column.field;
  const reason = answer === undefined ? column.how : answer === "" ? "left out" : "given";
  const missing = reason === "unplaced" && column.filled > 0;
  const shown =
    names.field(sheet.table, field)?.label ||
    blanks[field] ||
    field ||
    (blanks[reason] ?? "No place");
  return (
    <tr
      className={mergeClasses((reason === "left out" || column.filled === 0) && "import-row-quiet")}
    >
      <td className="import-col-letter">{column.letter}</td>
      <td className="import-grab" title={column.header} onMouseDown={onGrab}>
        <span className="grip" aria-hidden title="Drag the column onto its field" />
        <span className="two-lines">{column.header || "(no header)"}</span>
      </td>
      <td>
        <div className="import-goes">
          <button
            type="button"
            className={mergeClasses("import-pick", missing && "import-pick-missing")}
            aria-haspopup="dialog"
            aria-label={`${columnName(column)} goes into: ${shown}. Change`}
            onClick={(e) => onPick(e.currentTarget)}
          >
            {missing && <WarningRegular aria-hidden />}
            <span className="import-whole">{shown}</span>
            <ChevronDownRegular aria-hidden className="import-pick-arrow" />
          </button>
          <LeaveOut column={column} out={reason === "left out"} onGive={onGive} />
        </div>
      </td>
      <td className={`import-how-${confidence(reason)}`}>
        <Because
          {...{ sheet, column, field, onValues }}
          reason={answer === "" ? "given" : reason}
        />
      </td>
      <td className="import-col-filled">{count(column.filled)}</td>
      <td title={column.sample.join("\n")} className="quiet">
        <span className="two-lines">{column.sample.join(" · ")}</span>
      </td>
    </tr>
  );
}

/** Leaves a column out, or leaves it to recognition again. */
function LeaveOut({ column, out, onGive }: Pick<RowProps, "column" | "onGive"> & { out: boolean }) {
  const label = out ? `Take ${columnName(column)} in again` : `Leave ${columnName(column)} out`;
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={<Icon name={out ? "undo" : "dismiss"} size={16} />}
      aria-label={label}
      title={label}
      onClick={() => onGive(out ? undefined : "")}
    />
  );
}

interface BecauseProps extends Pick<RowProps, "sheet" | "column" | "onValues"> {
  reason: string;
  field: string;
}

/** How a column came to its field, and what of its values is to be decided. */
function Because({ sheet, column, reason, field, onValues }: BecauseProps) {
  const target = useNames().field(sheet.table, field)?.target;
  const saved = useSavedReason(sheet, column);
  const group = target ? { table: target, field: "" } : { table: sheet.table, field };
  return (
    <>
      <span className="two-lines" title={saved}>
        {saved ? "Saved mapping" : how(reason)}
      </span>
      {column.open > 0 && field === column.field && (
        <button type="button" className="import-link" onClick={() => onValues(group)}>
          {count(column.open)} to decide
        </button>
      )}
    </>
  );
}

/** The saved mapping that gave a column its place, undefined where none did. */
function useSavedReason(sheet: api.PlanSheet, { column }: api.PlanColumn): string | undefined {
  const { base, options } = useSession();
  if (!base?.name || !options) return undefined;
  const given = sheetOptions(base.options, sheet).columns[column];
  const now = sheetOptions(options, sheet).columns[column];
  return given !== undefined && given === now ? `Saved mapping “${base.name}”` : undefined;
}
