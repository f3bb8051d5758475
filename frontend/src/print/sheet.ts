// What is printed, read whole before it is shown: a table that goes on over pages, or a record with what belongs to it.
import { type api, Records, type schema } from "../api";
import { valueText } from "../fields/shown";
import type { CatalogueModel } from "../model";

/** The list shown with its name, or one record. */
export type Printed = { title: string; query: api.Query } | { table: string; id: string };

export interface PrintTable {
  title: string;
  columns: schema.Field[];
  rows: api.Row[];
  /** How many there are; more than the rows when those are too many to print. */
  total: number;
}

export interface Sheet {
  title: string;
  /** What stands below the title. */
  note: string;
  /** A record's fields, section by section. */
  sections: { label: string; fields: { label: string; text: string }[] }[];
  tables: PrintTable[];
}

const pageSize = 1000;
/** More rows than anybody reads on paper. */
const mostRows = 5000;

export function read(model: CatalogueModel, what: Printed): Promise<Sheet> {
  return "query" in what ? readList(model, what) : readRecord(model, what.table, what.id);
}

async function readList(
  model: CatalogueModel,
  { title, query }: { title: string; query: api.Query },
): Promise<Sheet> {
  const table = await readTable(model, "", query);
  return { title, note: model.table(query.table).plural, sections: [], tables: [table] };
}

async function readTable(
  model: CatalogueModel,
  title: string,
  query: api.Query,
): Promise<PrintTable> {
  const rows: api.Row[] = [];
  let total = 0;
  do {
    const page = await Records.Page({ ...query, offset: rows.length, limit: pageSize });
    total = page.total;
    rows.push(...page.rows);
    if (page.rows.length === 0) break;
  } while (rows.length < Math.min(total, mostRows));
  const columns = query.columns.flatMap((path) => model.fieldAt(query.table, path) ?? []);
  return { title, columns, rows, total };
}

async function readRecord(model: CatalogueModel, key: string, id: string): Promise<Sheet> {
  const row = await Records.Get(key, id);
  const sections = model.form(key, "main")?.tabs.flatMap((tab) => tab.sections) ?? [];
  const tables: PrintTable[] = [];
  for (const { label, subgrid } of sections)
    if (subgrid) tables.push(await readRelated(model, label, subgrid, id));
  return {
    title: row.name,
    note: model.table(key).label,
    sections: sections
      .filter(({ fields }) => fields.length > 0)
      .map(({ label, fields }) => ({
        label,
        fields: fields.map((f) => told(model, key, f, row)),
      })),
    tables: tables.filter(({ total }) => total > 0),
  };
}

function readRelated(
  model: CatalogueModel,
  label: string,
  { table, via }: schema.Subgrid,
  id: string,
) {
  const view = model.view(table);
  return readTable(model, label || model.table(table).plural, {
    table,
    view: "",
    columns: view.columns.filter((column) => column !== via),
    filter: { conditions: [{ attribute: via, operator: "eq", values: [id] }] },
    search: "",
    order: view.order,
    offset: 0,
    limit: 0,
  });
}

function told(model: CatalogueModel, table: string, key: string, row: api.Row) {
  const field = model.fieldAt(table, key);
  return { label: model.label(table, key), text: textOf(model, field, row) };
}

/** What a record says in a field, as people read it. */
export function textOf(
  model: CatalogueModel,
  field: schema.Field | undefined,
  row: api.Row,
): string {
  if (!field) return "";
  const stored = field.kind === "datetime" ? row.values[field.key] : row.display[field.key];
  return valueText(model, field, String(stored ?? ""), row.values);
}
