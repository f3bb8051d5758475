import type { api, schema } from "../../api";

const shownMost = 6;
const fewColumns = 4;

/** Asks for the first lines of a view, the earliest first: what is overdue stands on top. */
export function earliest(view: schema.View, columns: schema.Field[]): api.Query {
  return {
    table: view.table,
    view: view.key,
    columns: columns.map((c) => c.key),
    filter: {},
    search: "",
    order: view.order.map(({ attribute }) => ({ attribute, descending: false })),
    offset: 0,
    limit: shownMost,
  };
}

/** The name, the dates that the view is about, and as many others as have room: links first, who answers for it. */
export function shownColumns(table: schema.Table, view: schema.View): schema.Field[] {
  const fields = view.columns.flatMap((key) => table.fields.find((f) => f.key === key) ?? []);
  const isFirst = (f: schema.Field) => f.key === table.primary || isOrdered(view, f);
  const others = fields.filter((f) => !isFirst(f) && f.kind !== "date");
  const links = others.filter((f) => f.kind === "lookup");
  const rest = others.filter((f) => f.kind !== "lookup");
  return [...fields.filter(isFirst), ...links, ...rest].slice(0, fewColumns);
}

/** Whether a row's date in the column that the view is ordered by has passed. */
export function isOverdue(view: schema.View, field: schema.Field, row: api.Row): boolean {
  const value = row.values[field.key];
  const isDue = field.kind === "date" && isOrdered(view, field);
  return isDue && typeof value === "string" && value < today();
}

function isOrdered(view: schema.View, field: schema.Field): boolean {
  return view.order.some((o) => o.attribute === field.key);
}

/** The day on this computer's calendar as dates are stored: "2026-03-09". */
export function today(now = new Date()): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
