import type { schema } from "../api";
import { isEmpty } from "./filters";

/** The uses of a form. */
export type FormUse = "main" | "quickCreate";

/** A model with its parts found by key. A key that does not exist is a mistake of ours and throws. */
export class CatalogueModel {
  readonly tables: readonly schema.Table[];
  readonly apps: readonly schema.App[];
  readonly raw: schema.Model;
  readonly #tables: Map<string, schema.Table>;
  readonly #fields: Map<string, schema.Field>;
  readonly #choices: Map<string, schema.ChoiceSet>;
  readonly #options: Map<string, schema.Option>;

  constructor(raw: schema.Model) {
    this.raw = raw;
    this.tables = raw.tables;
    this.apps = raw.apps;
    const all = [...raw.tables, ...(raw.internal ?? [])];
    this.#tables = new Map(all.map((t) => [t.key, t]));
    this.#fields = new Map(all.flatMap((t) => t.fields.map((f) => [`${t.key}.${f.key}`, f])));
    this.#choices = new Map(raw.choices.map((c) => [c.key, c]));
    this.#options = new Map(
      raw.choices.flatMap((c) => c.options.map((o) => [`${c.key}.${o.code}`, o])),
    );
  }

  /** True when there is a table of that key that people work with. */
  has(table: string): boolean {
    const found = this.#tables.get(table);
    return found !== undefined && !found.internal;
  }

  table(key: string): schema.Table {
    return known(this.#tables.get(key), `table ${key}`);
  }

  field(table: string, key: string): schema.Field {
    return known(this.#fields.get(`${table}.${key}`), `field ${key} of ${table}`);
  }

  /**
   * The field at the end of a path: of the table itself, or of a record that it links to
   * ("itsystem.criticality"), which then is called "Criticality (IT System)" and is there to be read.
   * Undefined when the path leads nowhere.
   */
  fieldAt(table: string, path: string): schema.Field | undefined {
    const [key = "", ...rest] = path.split(".");
    const field = this.#fields.get(`${table}.${key}`);
    if (!field || rest.length === 0) return field;
    const last = field.target ? this.fieldAt(field.target, rest.join(".")) : undefined;
    return last && linked(last, path, field.label);
  }

  /** The lookups of other tables that point into a table. */
  linksTo(table: string): { table: schema.Table; field: schema.Field }[] {
    return this.tables.flatMap((from) =>
      from.fields
        .filter((field) => field.target === table)
        .map((field) => ({ table: from, field })),
    );
  }

  /**
   * The lookup at the other end of a table whose records do nothing but join two others, seen from one
   * end; undefined for any other table.
   */
  otherEnd(table: string, via: string): schema.Field | undefined {
    const parts = this.primary(table).parts ?? [];
    const ends = parts.map((key) => this.field(table, key)).filter(({ target }) => target);
    if (parts.length !== 2 || ends.length !== 2 || !parts.includes(via)) return undefined;
    return ends.find(({ key }) => key !== via);
  }

  /** The lookup that makes a table a hierarchy. */
  parent(table: string): schema.Field | undefined {
    return this.table(table).fields.find(({ parent }) => parent);
  }

  /** What a field is called; a field that the model no longer has goes by its key. */
  label(table: string, key: string): string {
    return this.#fields.get(`${table}.${key}`)?.label ?? key;
  }

  /** The field that names a record of the table. */
  primary(table: string): schema.Field {
    return this.field(table, this.table(table).primary);
  }

  choices(key: string): schema.ChoiceSet {
    return known(this.#choices.get(key), `choice set ${key}`);
  }

  /** The option of a code, undefined for a code that the set does not have. */
  option(choiceKey: string, code: unknown): schema.Option | undefined {
    return this.#options.get(`${choiceKey}.${code}`);
  }

  views(table: string): schema.View[] {
    return this.raw.views.filter((v) => v.table === table);
  }

  /** The view of that key, else the table's default view. */
  view(table: string, key?: string): schema.View {
    const views = this.views(table);
    const found = views.find((v) => v.key === key) ?? views.find((v) => v.default) ?? views[0];
    return known(found, `view of ${table}`);
  }

  /** The key of the view that shows every record of a table. */
  allView(table: string): string | undefined {
    return this.views(table).find(({ filter }) => isEmpty(filter))?.key;
  }

  /** A table's form for a use, undefined when it has none. */
  form(table: string, use: FormUse): schema.Form | undefined {
    return this.raw.forms.find((f) => f.table === table && f.kind === use);
  }

  /** The app of that key, else the first. */
  app(key?: string): schema.App {
    return known(this.apps.find((a) => a.key === key) ?? this.apps[0], "app");
  }
}

/** A field as it is seen from a record that links to its own. */
function linked(field: schema.Field, path: string, via: string): schema.Field {
  const label = `${field.label} (${via})`;
  return { ...field, key: path, label, system: true, required: false } as schema.Field;
}

function known<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The model has no ${what}.`);
  return value;
}
