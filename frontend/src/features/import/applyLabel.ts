// What applying a plan would do, said exactly: on the button, beside it and afterwards.
import type { api } from "../../api";
import { count, counted } from "../../ui/format";
import { listed, type Names, noun } from "./wording";

interface Writes {
  table: string;
  created: number;
  updated: number;
}

/** What a plan would write, by table, in the order of the sheets. */
export function writesByTable(plan: api.Plan): Writes[] {
  const byTable = new Map<string, Writes>();
  for (const { table, counts } of plan.sheets) {
    if (!table || counts.created + counts.updated === 0) continue;
    const sum = byTable.get(table) ?? { table, created: 0, updated: 0 };
    sum.created += counts.created;
    sum.updated += counts.updated;
    byTable.set(table, sum);
  }
  return [...byTable.values()];
}

/** How many records would be made only because a cell names them. */
export function referenced(plan: api.Plan): number {
  return Object.values(plan.references ?? {}).reduce((sum, n) => sum + n, 0);
}

/** True when applying the plan would leave the catalogue as it is. */
export function changesNothing(plan: api.Plan): boolean {
  return changesNoRecord(plan) && !(plan.source && plan.sheets.some((s) => s.table));
}

/** True when it would do no more than keep what its source has brought. */
function changesNoRecord(plan: api.Plan): boolean {
  return plan.counts.created + plan.counts.updated + plan.deleted + referenced(plan) === 0;
}

type Verbs = Record<"create" | "update" | "delete", string>;

const todo: Verbs = { create: "Create", update: "Update", delete: "Delete" };
const done: Verbs = { create: "Created", update: "Updated", delete: "Deleted" };

/** The words of the apply button: “Create 2,133 IT Systems”. */
export function applyLabel(plan: api.Plan, names: Names): string {
  return changesNothing(plan) ? "Nothing to apply" : sentence(plan, names, todo);
}

/** The same when it has been done: “Created 2,133 IT Systems”. */
export function appliedLabel(plan: api.Plan, names: Names): string {
  return changesNothing(plan) ? "Nothing had to change" : sentence(plan, names, done);
}

function sentence(plan: api.Plan, names: Names, verbs: Verbs): string {
  if (changesNoRecord(plan))
    return `${verbs.create === todo.create ? "Note" : "Noted"} what ${plan.source} brought`;
  const rows = written(plan, names, verbs);
  if (plan.deleted === 0) return rows;
  const deleted = `${verbs.delete} ${counted(plan.deleted, "record")}`;
  return rows ? `${rows}, and ${deleted.toLowerCase()}` : deleted;
}

function written(plan: api.Plan, names: Names, verbs: Verbs): string {
  const named = referenced(plan);
  if (plan.counts.created + plan.counts.updated + named === 0) return "";
  const rows = ofRows(plan, names, verbs);
  if (!rows) return `${verbs.create} ${counted(named, "record")} that cells name`;
  return named === 0 ? rows : `${rows}, and ${counted(named, "record")} they name`;
}

function ofRows(plan: api.Plan, names: Names, verbs: Verbs): string {
  const { created, updated } = plan.counts;
  const writes = writesByTable(plan);
  const accounted = writes.reduce((sum, w) => sum + w.created + w.updated, 0) === created + updated;
  const mixed = writes.length > 1 && writes.some((w) => w.created > 0 && w.updated > 0);
  if (accounted && writes.length < 3 && !mixed)
    return joined(
      writes.map((w) => clause(w.created, w.updated, (n) => noun(names, w.table, n), verbs)),
    );
  const records = clause(created, updated, (n) => (n === 1 ? "record" : "records"), verbs);
  return writes.length > 1 ? `${records} in ${writes.length} tables` : records;
}

function clause(created: number, updated: number, word: (n: number) => string, verbs: Verbs) {
  const create = `${verbs.create} ${count(created)} ${word(created)}`;
  if (updated === 0) return created === 0 ? "" : create;
  if (created === 0) return `${verbs.update} ${count(updated)} ${word(updated)}`;
  return `${create} and ${verbs.update.toLowerCase()} ${count(updated)}`;
}

/** Joins two clauses and says a verb once where it holds for both. */
function joined([first = "", second]: string[]): string {
  if (second === undefined) return first;
  const verb = first.slice(0, first.indexOf(" ") + 1);
  const again = second.startsWith(verb)
    ? second.slice(verb.length)
    : second.slice(0, 1).toLowerCase() + second.slice(1);
  return `${first} and ${again}`;
}

/** Records that cells name, by table: "14 Contacts and 1 Account". */
export function referencesSentence(plan: api.Plan, names: Names): string {
  const entries = Object.entries(plan.references ?? {}).filter(([, n]) => n > 0);
  entries.sort((a, b) => b[1] - a[1]);
  return listed(entries.map(([table, n]) => `${count(n)} ${noun(names, table, n)}`));
}
