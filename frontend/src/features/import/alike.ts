// Likely duplicates, answered one by one, by their reasons or all at once.
import type { api } from "../../api";
import { count } from "../../ui/format";
import type { RowAt, RowSaid } from "./options";

export const likelyDuplicate = "likely-duplicate";

/** A row that is likely a duplicate: why, and of which record where it is one. */
export type Alike = Pick<api.Problem, "reasons" | "twin">;

/** The rows that an answer is for. */
export type Scope = "row" | "reasons" | "all";

/** For which rows one answer can be given; those that would be the same are offered once. */
export function scopes(plan: api.Plan, { row }: RowAt, { reasons }: Alike) {
  const all = plan.alike.reduce((sum, a) => sum + a.count, 0);
  const same = plan.alike.find((a) => a.reasons === reasons)?.count ?? 0;
  const out: { scope: Scope; text: string }[] = [
    { scope: "row", text: `Only for row ${count(row)}` },
  ];
  if (same > 1 && same < all)
    out.push({ scope: "reasons", text: `For all ${count(same)} with: ${reasons}` });
  if (all > 1) out.push({ scope: "all", text: `For all ${count(all)} likely duplicates` });
  return out;
}

/** The answers to the rows in scope. Those that are only like another row have no record to update and stay. */
export function alikeAnswers(
  rows: readonly (RowAt & Alike)[],
  scope: Scope,
  reasons: string,
  given: RowSaid | "update",
): api.ImportRow[] {
  const meant = rows.filter((r) => scope !== "reasons" || r.reasons === reasons);
  return meant.flatMap(({ file, sheet, row, twin }) => {
    if (given !== "update") return [{ file, sheet, row, ...given }];
    return twin ? [{ file, sheet, row, record: twin.id, name: twin.name, apart: false }] : [];
  });
}
