// What to export, as a person picks it, and the request that it makes.
import type { api } from "../../api";
import type { CurrentList } from "../../commands";
import { counted } from "../../ui/format";

export interface Picked {
  /** The list on screen, its selected rows, or whole tables. */
  what: "list" | "selected" | "tables";
  /** The list's columns as they stand, or every column that an import takes back. */
  columns: "shown" | "all";
  /** Keys of tables, in the order in which they were picked. */
  tables: readonly string[];
  template: boolean;
  format: "xlsx" | "csv" | "zip";
  /** A package holds only what Microsoft's starter kit has a place for. */
  kitOnly: boolean;
}

/** Where a choice begins: with the list on screen, else with one table. */
export function begin(list: CurrentList | undefined, what: Picked["what"], table?: string): Picked {
  return {
    what: list ? what : "tables",
    columns: "shown",
    tables: table ? [table] : [],
    template: false,
    format: "xlsx",
    kitOnly: false,
  };
}

/** The answers once a form is chosen: a package holds records, so there is no template of it. */
export function inFormat({ template }: Picked, format: Picked["format"]): Partial<Picked> {
  return { format, template: template && format !== "zip" };
}

/** Why this cannot be exported as picked, "" when it can. */
export function whyNot(picked: Picked): string {
  if (picked.what !== "tables") return "";
  if (picked.tables.length === 0) return "Pick at least one table.";
  if (picked.format === "csv" && picked.tables.length > 1)
    return "A CSV file holds one table. Pick one, or export a workbook.";
  return "";
}

/** The request that a choice stands for. */
export function requestOf(picked: Picked, list: CurrentList | undefined): api.ExportRequest {
  const { template, format } = picked;
  const kitOnly = picked.kitOnly && format === "zip";
  if (picked.what === "tables" || !list)
    return {
      tables: [...picked.tables],
      template,
      format,
      kitOnly,
      query: undefined,
      selection: undefined,
    };
  const columns = picked.columns === "shown" ? list.query.columns : [];
  const query = { ...list.query, columns, offset: 0, limit: 0 };
  const selection = picked.what === "selected" ? list.selection?.records : undefined;
  return { tables: [], template, format, kitOnly, query, selection };
}

/** The words of the export button: “Export 3 tables…”. */
export function exportLabel(picked: Picked): string {
  if (picked.template) return "Export a template…";
  if (picked.what === "list") return "Export the list…";
  if (picked.what === "selected") return "Export the selected rows…";
  if (picked.tables.length === 0) return "Export…";
  return `Export ${counted(picked.tables.length, "table")}…`;
}
