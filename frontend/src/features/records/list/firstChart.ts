import type { schema, Table } from "../../../api";

/** The chart that a list begins with: the one saved with its view, else by the first choice of its columns. */
export function firstChart(table: Table, view: schema.View, columns: string[]): schema.Chart {
  const choices = table.fields.filter(({ kind }) => kind === "choice");
  const field = choices.find(({ key }) => columns.includes(key)) ?? choices[0];
  const by = [{ attribute: field?.key ?? table.primary }];
  const measure = { aggregate: "count" };
  return view.chart ?? { key: "", table: table.key, label: "", kind: "pie", by, measure };
}
