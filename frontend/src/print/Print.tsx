import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { kindOf } from "../fields";
import { useModel } from "../model";
import { count, moment, useFail } from "../ui";
import { type Printed, type PrintTable, read, type Sheet, textOf } from "./sheet";
import "./print.css";

interface Props {
  what: Printed;
  onClose(): void;
}

/** Prints a list or a record: on paper it stands in place of the window. */
export default function Print({ what, onClose }: Props) {
  const model = useModel();
  const fail = useFail();
  const [asked] = useState(() => Date.now()); // what was read for another print is not printed again
  const { data, error } = useQuery({
    queryKey: ["print", what, asked],
    queryFn: () => read(model, what),
    gcTime: 0,
  });
  useEffect(() => {
    if (!error) return;
    fail(error);
    onClose();
  }, [error, fail, onClose]);
  return data ? createPortal(<Paper sheet={data} onDone={onClose} />, document.body) : null;
}

function Paper({ sheet, onDone }: { sheet: Sheet; onDone(): void }) {
  const { title, note, sections, tables } = sheet;
  usePrinting(onDone);
  return (
    <div className={sections.length > 0 ? "print-sheet" : "print-sheet print-wide"}>
      <h1>{title}</h1>
      <p className="print-note">
        {note}, {moment(new Date().toISOString())}
      </p>
      {sections.map(({ label, fields }) => (
        <section key={label + fields[0]?.label}>
          {label && <h2>{label}</h2>}
          <dl>
            {fields.map((field) => (
              <div key={field.label}>
                <dt>{field.label}</dt>
                <dd>{field.text || "–"}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {tables.map((table) => (
        <Lines key={table.title} table={table} />
      ))}
    </div>
  );
}

function Lines({ table: { title, columns, rows, total } }: { table: PrintTable }) {
  const model = useModel();
  return (
    <section>
      {title && <h2>{title}</h2>}
      {rows.length < total && (
        <p className="print-note">
          The first {count(rows.length)} of {count(total)}. Export the list to have all of it.
        </p>
      )}
      <table>
        <thead>
          <tr>
            {columns.map((field) => (
              <th key={field.key} scope="col" className={kindOf(field).align}>
                {field.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map((field) => (
                <td key={field.key} className={kindOf(field).align}>
                  {textOf(model, field, row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Opens the system's print dialog when the paper stands in the page, and hears when it is done. */
function usePrinting(onDone: () => void): void {
  useEffect(() => {
    const soon = setTimeout(() => window.print());
    return () => clearTimeout(soon);
  }, []);
  useEffect(() => {
    window.addEventListener("afterprint", onDone);
    return () => window.removeEventListener("afterprint", onDone);
  }, [onDone]);
}
