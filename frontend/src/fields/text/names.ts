import type { schema } from "../../api";
import type { CatalogueModel } from "../../model";
import { findOptions } from "../choice/find";
import type { Item } from "../parts/Listbox";

/** The names that a text may hold, in order: of tables, of the fields of a table, or of lists of codes. */
export function namesOf(model: CatalogueModel, what: string, table = ""): string[] {
  return sorted(what === "table" ? tables(model) : fields(model, what, table));
}

/** What people call the part of the model that a text names, by key or name; the text where none or several are meant. */
export function nameOf(
  model: CatalogueModel,
  { what, of = "" }: schema.Naming,
  text: string,
  beside: Record<string, unknown> = {},
): string {
  const called = new Set<string>();
  if (what === "field" || what === "list")
    for (const { key, label } of fieldsOf(model, what, String(beside[of] ?? "")))
      if (same(key, text) || same(label, text)) called.add(label);
  if (what === "table" || what === "list")
    for (const each of model.tables) if (isCalled(each, text)) called.add(each.plural);
  return called.size === 1 ? ([...called][0] ?? text) : text;
}

const tables = (model: CatalogueModel) => model.tables.map(({ plural }) => plural);

function fields(model: CatalogueModel, what: string, table: string): string[] {
  const labels = fieldsOf(model, what, table).map(({ label }) => label);
  return what === "field" ? labels : [...labels, ...tables(model)];
}

/** The fields that a text may name: of a table, of all where that is not known; as a list those with choices. */
function fieldsOf(model: CatalogueModel, what: string, table: string): schema.Field[] {
  const of = model.tables.filter((each) => isCalled(each, table));
  const within = of.length > 0 ? of : model.tables;
  const all = within.flatMap((each) => each.fields.filter(({ system }) => !system));
  return what === "field" ? all : all.filter(({ kind }) => kind === "choice");
}

/** People name a table by what it is called, the program by its key. */
const isCalled = (
  { key, label, plural }: { key: string; label: string; plural: string },
  name: string,
) => [key, label, plural].some((each) => same(each, name));

const same = (a: string, b: string) => a.toLowerCase() === b.trim().toLowerCase();

const sorted = (names: string[]) => [...new Set(names)].sort((a, b) => a.localeCompare(b));

/** The names that fit the words, best first. */
export function findNames(names: readonly string[], words = ""): Item[] {
  const options = names.map((label, code) => ({ label, code }));
  return findOptions(options, words).map((item) => ({ ...item, key: item.text }));
}
