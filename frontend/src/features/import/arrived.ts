// What an import brought, as a list shows it.
import type { api } from "../../api";
import type { ListSearch } from "../../frame";
import { type CatalogueModel, cameFromChange } from "../../model";

/**
 * The list of what a change set brought into a table, under the columns that the files filled, in their
 * order: the usual view may show others, all of them empty.
 */
export function arrivedIn(
  model: CatalogueModel,
  plan: api.Plan,
  table: string,
  seq: number,
): ListSearch {
  const columns = filledColumns(model, plan, table);
  return { view: model.allView(table), filter: cameFromChange(seq), columns };
}

function filledColumns(model: CatalogueModel, plan: api.Plan, table: string): string[] {
  const { primary, fields } = model.table(table);
  const own = new Set(fields.map(({ key }) => key));
  const filled = plan.sheets
    .filter((sheet) => sheet.table === table)
    .flatMap(({ columns }) => columns.filter((column) => column.filled > 0))
    .flatMap(({ field }) => (field && own.has(field) ? [field] : []));
  return [...new Set([primary, ...filled])];
}
