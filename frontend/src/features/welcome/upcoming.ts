import type { api, schema } from "../../api";

const shownMost = 6;
const fewColumns = 3;

/** Asks for the first lines of a view as the cell has it, the earliest first: what is overdue stands on top. */
export function earliest({ filter }: schema.Cell, view: schema.View, columns: string[]): api.Query {
  return {
    table: view.table,
    view: view.key,
    columns,
    filter,
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

function isOrdered(view: schema.View, field: schema.Field): boolean {
  return view.order.some((o) => o.attribute === field.key);
}
