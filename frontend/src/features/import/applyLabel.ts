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
  return plan.counts.created + plan.counts.updated + referenced(plan) === 0;
}

/** The words of the apply button: “Create 2,133 IT Systems”. */
export function applyLabel(plan: api.Plan, names: Names): string {
  if (changesNothing(plan)) return "Nothing to apply";
  const named = referenced(plan);
  const rows = rowsLabel(plan, names);
  if (!rows) return `Create ${counted(named, "record")} that cells name`;
  return named === 0 ? rows : `${rows}, and ${counted(named, "record")} they name`;
}

function rowsLabel(plan: api.Plan, names: Names): string {
  const { created, updated } = plan.counts;
  const writes = writesByTable(plan);
  const accounted = writes.reduce((sum, w) => sum + w.created + w.updated, 0) === created + updated;
  if (!accounted || writes.length > 2) return verbs(created, updated, inTables(writes.length));
  if (writes.length === 2 && writes.some((w) => w.created > 0 && w.updated > 0))
    return verbs(created, updated, inTables(2));
  return sentence(writes.map((w) => clause(w, names)));
}

function inTables(tables: number): (n: number) => string {
  return (n) => `${n === 1 ? "record" : "records"}${tables > 1 ? ` in ${tables} tables` : ""}`;
}

function verbs(created: number, updated: number, word: (n: number) => string): string {
  if (updated === 0) return `Create ${count(created)} ${word(created)}`;
  if (created === 0) return `Update ${count(updated)} ${word(updated)}`;
  return `Create ${count(created)} and update ${count(updated)} ${word(updated)}`;
}

function clause(w: Writes, names: Names): string {
  return verbs(w.created, w.updated, (n) => noun(names, w.table, n));
}

/** Joins clauses and says a verb once where it holds for both. */
function sentence(clauses: string[]): string {
  const [first = "", second] = clauses;
  if (second === undefined) return first;
  const verb = first.slice(0, first.indexOf(" "));
  const again = second.startsWith(`${verb} `) ? second.slice(verb.length + 1) : lower(second);
  return `${first} and ${again}`;
}

function lower(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** Records that cells name, by table: "14 Contacts and 1 Account". */
export function referencesSentence(plan: api.Plan, names: Names): string {
  const entries = Object.entries(plan.references ?? {}).filter(([, n]) => n > 0);
  entries.sort((a, b) => b[1] - a[1]);
  return listed(entries.map(([table, n]) => `${count(n)} ${noun(names, table, n)}`));
}

/** What applying did: "2,133 created and 4 updated". */
export function doneSentence(done: api.Done): string {
  const parts = [
    done.created > 0 ? `${count(done.created)} created` : "",
    done.updated > 0 ? `${count(done.updated)} updated` : "",
    done.deleted > 0 ? `${count(done.deleted)} deleted` : "",
  ].filter(Boolean);
  return parts.length ? listed(parts) : "Nothing had to change";
}
