import { mergeClasses } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import { useState } from "react";
import type { api } from "../../api";
import { count } from "../../ui/format";
import { FieldPicker } from "./FieldPicker";
import { useNames } from "./names";
import { withColumn, withoutColumn } from "./options";
import { session } from "./useSession";
import { columnName, confidence, how } from "./wording";

interface Props {
  sheet: api.PlanSheet;
  answers: api.SheetOptions;
  options: api.ImportOptions;
}

/** Every column of a sheet: what it is called, where it goes and why, how full it is, what is in it. */
export function ColumnsTable({ sheet, answers, options }: Props) {
  const [picking, setPicking] = useState<{ column: api.PlanColumn; target: HTMLElement }>();
  const close = () => {
    picking?.target.focus();
    setPicking(undefined);
  };
  const pick = (field: string | undefined) => {
    const at = picking?.column.column ?? -1;
    close();
    session.correct(
      field === undefined
        ? withoutColumn(options, sheet, at)
        : withColumn(options, sheet, at, field),
    );
  };
  return (
    <section className="import-scroll" aria-label="Columns of the sheet">
      <table className="import-table">
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
        <tbody>
          {sheet.columns.map((column) => (
            <ColumnRow
              key={column.column}
              column={column}
              table={sheet.table}
              answer={answers.columns[column.column]}
              onPick={(target) => setPicking({ column, target })}
            />
          ))}
        </tbody>
      </table>
      {picking && (
        <FieldPicker
          sheet={sheet}
          column={picking.column}
          answered={picking.column.column in answers.columns}
          target={picking.target}
          onPick={pick}
          onClose={close}
        />
      )}
    </section>
  );
}

/** What is shown where no field is filled. */
const blanks: Record<string, string> = {
  id: "Record id",
  source: "External key",
  tag: "Record version",
  list: "Kept by Power Apps",
  "left out": "Left out",
};

interface RowProps {
  column: api.PlanColumn;
  table: string;
  /** The person's answer, which the plan may not know yet. */
  answer: string | undefined;
  onPick(target: HTMLElement): void;
}

function ColumnRow({ column, table, answer, onPick }: RowProps) {
  const names = useNames();
  const field = answer ?? column.field;
  const reason = answer === undefined ? column.how : answer === "" ? "left out" : "given";
  const missing = reason === "unplaced" && column.filled > 0;
  const shown = names.field(table, field)?.label || field || (blanks[reason] ?? "No place");
  return (
    <tr
      className={mergeClasses((reason === "left out" || column.filled === 0) && "import-row-quiet")}
    >
      <td className="import-col-letter">{column.letter}</td>
      <td title={column.header}>{column.header || "(no header)"}</td>
      <td>
        <button
          type="button"
          className={mergeClasses("import-pick", missing && "import-pick-missing")}
          aria-haspopup="dialog"
          aria-label={`${columnName(column)} goes into: ${shown}. Change`}
          onClick={(e) => onPick(e.currentTarget)}
        >
          {missing && <WarningRegular aria-hidden />}
          <span>{shown}</span>
          <ChevronDownRegular aria-hidden className="import-pick-arrow" />
        </button>
      </td>
      <td className={`import-how-${confidence(reason)}`}>
        {confidence(reason) === "guess" ? `${how(reason)}, check` : how(reason)}
      </td>
      <td className="import-col-filled">{count(column.filled)}</td>
      <td title={column.sample.join("\n")} className="quiet">
        {column.sample.join(" · ")}
      </td>
    </tr>
  );
}
