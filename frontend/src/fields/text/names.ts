import type { CatalogueModel } from "../../model";
import { findOptions } from "../choice/find";
import type { Item } from "../parts/Listbox";

/** The names that a text may hold, in order: of tables, of the fields of a table, or of lists of codes. */
export function namesOf(model: CatalogueModel, what: string, table = ""): string[] {
  return sorted(what === "table" ? tables(model) : fields(model, what, table));
}

const tables = (model: CatalogueModel) => model.tables.map(({ plural }) => plural);

function fields(model: CatalogueModel, what: string, table: string): string[] {
  const of = model.tables.filter((each) => isCalled(each, table));
  const within = of.length > 0 ? of : model.tables;
  const all = within.flatMap((each) => each.fields.filter(({ system }) => !system));
  if (what === "field") return all.map(({ label }) => label);
  const choices = all.filter(({ kind }) => kind === "choice").map(({ label }) => label);
  return [...choices, ...tables(model)];
}

/** People name a table by what it is called, the program by its key. */
const isCalled = (
  { key, label, plural }: { key: string; label: string; plural: string },
  name: string,
) => [key, label, plural].some((each) => each.toLowerCase() === name.trim().toLowerCase());

const sorted = (names: string[]) => [...new Set(names)].sort((a, b) => a.localeCompare(b));

/** The names that fit the words, best first. */
export function findNames(names: readonly string[], words = ""): Item[] {
  const options = names.map((label, code) => ({ label, code }));
  return findOptions(options, words).map((item) => ({ ...item, key: item.text }));
}
