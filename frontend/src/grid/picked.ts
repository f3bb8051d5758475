import type { api } from "../api";
import type { ListQuery } from "./rows";

/** Which rows of a list are picked: some by id, or all that the list finds but for some. */
export interface Picked {
  all: boolean;
  /** The rows that are picked, or with `all` those that are not. */
  ids: ReadonlySet<string>;
  /** The picked row is only the one that was clicked: it follows the person through the rows. */
  follows: boolean;
}

export const nothing: Picked = { all: false, ids: new Set(), follows: false };
export const everything: Picked = { all: true, ids: new Set(), follows: false };

/** The row that a person stands on. */
export const standing = (id: string): Picked => ({ all: false, ids: new Set([id]), follows: true });

export const isPicked = (picked: Picked, id: string): boolean => picked.ids.has(id) !== picked.all;

export function countPicked(picked: Picked, total: number): number {
  return picked.all ? Math.max(0, total - picked.ids.size) : picked.ids.size;
}

/** Picks a row, or lets it go when it was picked. */
export function toggle(picked: Picked, id: string): Picked {
  const ids = new Set(picked.ids);
  if (!ids.delete(id)) ids.add(id);
  return { all: picked.all, ids, follows: false };
}

/** Picks rows, and with `only` no others. */
export function pick(picked: Picked, rows: Iterable<string>, only: boolean): Picked {
  if (only) return { all: false, ids: new Set(rows), follows: false };
  const ids = new Set(picked.ids);
  for (const id of rows)
    if (picked.all) ids.delete(id);
    else ids.add(id);
  return { all: picked.all, ids, follows: false };
}

/** The picked rows as Go wants them named. */
export function selectionOf(picked: Picked, query: ListQuery): api.Selection {
  const ids = [...picked.ids];
  if (!picked.all) return { table: query.table, ids, except: [] };
  return { table: query.table, ids: [], query: { ...query, offset: 0, limit: 0 }, except: ids };
}
