import type { api, Table } from "../../api";

/** The names of the tables that a sheet may hold: those first that it may be as far as was found out. */
export function tableNames(tables: readonly Table[], { table, why }: api.PlanSheet): string[] {
  const said = table ? "" : why.replaceAll(/“[^”]*”/g, "");
  const rank = (name: string) => (said.includes(name) ? said.indexOf(name) : said.length);
  return tables.map(({ plural }) => plural).sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
}
