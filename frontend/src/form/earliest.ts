import type { api, schema } from "../api";
import type { CatalogueModel } from "../model";
import { linkFilter } from "./related";

/** A linked record with a date. */
export interface Dated {
  id: string;
  name: string;
  /** "" where it has none. */
  date: string;
}

/** The linked record whose date comes first; undefined where none has one. A record that is joined has the date of there. */
export function earliestOf(joined: Dated[], direct: Dated | undefined): Dated | undefined {
  const known = new Set(joined.map(({ id }) => id));
  const all = direct && !known.has(direct.id) ? [...joined, direct] : joined;
  const dated = all.filter(({ date }) => date);
  return dated.sort((a, b) => a.date.localeCompare(b.date))[0];
}

/** A table that joins the records of one table with those of another. */
export interface Join {
  table: schema.Table;
  /** Its lookup to the one, and to the other. */
  via: string;
  to: string;
}

/** The tables that join two others. */
export function joinsOf(model: CatalogueModel, from: string, target: string): Join[] {
  return model.linksTo(from).flatMap(({ table, field }) => {
    const other = model.otherEnd(table.key, field.key);
    return other?.target === target ? [{ table, via: field.key, to: other.key }] : [];
  });
}

const most = 1000;

/** Asks for the dates of all that a record is joined with. */
export function datesQuery({ table, via, to }: Join, id: string, date: string): api.Query {
  const active = { attribute: "statecode", operator: "eq", values: ["0"] };
  const own = table.fields.some(({ key }) => key === date) ? [date] : [];
  return {
    ...{ table: table.key, view: "", search: "", order: [], offset: 0, limit: most },
    columns: [to, `${to}.${date}`, ...own],
    filter: { conditions: [...(linkFilter(via, id).conditions ?? []), active] },
  } as api.Query;
}

/** What a row of that question says: a date of the join itself comes before that of the record. */
export function datedOf({ values, display }: api.Row, { to }: Join, date: string): Dated {
  const day = String(values[date] ?? values[`${to}.${date}`] ?? "");
  return { id: String(values[to] ?? ""), name: display[to] ?? "", date: day };
}
