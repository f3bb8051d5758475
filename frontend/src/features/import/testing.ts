// Plans and a small model for the tests of this folder.
import type { api, Field, Table } from "../../api";
import type { Names } from "./wording";

function field(key: string, label: string, kind = "text"): Field {
  return { num: 1, key, logicalName: key, label, kind, required: false };
}

function table(key: string, label: string, fields: Field[]): Table {
  return {
    num: 1,
    key,
    logicalName: key,
    label,
    plural: `${label}s`,
    idField: `${key}id`,
    primary: "name",
    searched: [],
    facts: { states: [], people: [], dates: [] },
    group: "",
    icon: "",
    fields,
  };
}

export const tables: Table[] = [
  table("itsystem", "IT System", [
    field("name", "Name"),
    field("description", "Description", "memo"),
    field("nextreviewdate", "Next Review Date", "date"),
  ]),
  table("contact", "Contact", [field("name", "Full Name"), field("email", "Email", "email")]),
  table("account", "Account", [field("name", "Name")]),
];

export const names: Names = {
  table: (key) => tables.find((t) => t.key === key),
  field: (key, of) => names.table(key)?.fields.find((f) => f.key === of),
};

const zero = { created: 0, updated: 0, unchanged: 0, skipped: 0, rejected: 0 };

/** Counts that reconcile. */
export function counts(over: Partial<typeof zero> = {}): api.Counts {
  const all = { ...zero, ...over };
  return { ...all, read: Object.values(all).reduce((a, b) => a + b, 0) };
}

export function sheet(over: Partial<api.PlanSheet> = {}): api.PlanSheet {
  return {
    file: "/in/systems.csv",
    sheet: "systems",
    table: "itsystem",
    why: "The file’s name is like the table’s.",
    headerRow: 1,
    key: ["name"],
    counts: counts(),
    columns: [],
    part: "",
    derived: false,
    values: [],
    ...over,
  };
}

/** A plan whose counts are the sums of its sheets'. */
export function plan(over: Partial<api.Plan> = {}): api.Plan {
  const sheets = over.sheets ?? [];
  const sum = (of: keyof typeof zero) => sheets.reduce((n, s) => n + s.counts[of], 0);
  return {
    job: "job-1",
    reading: false,
    counts: counts({
      created: sum("created"),
      updated: sum("updated"),
      unchanged: sum("unchanged"),
      skipped: sum("skipped"),
      rejected: sum("rejected"),
    }),
    sheets,
    problems: 0,
    remarks: 0,
    problemCounts: [],
    alike: [],
    conflicts: { open: 0, kept: 0, taken: 0 },
    deletions: 0,
    deleted: 0,
    toCorrect: 0,
    questions: 0,
    open: 0,
    references: {},
    notes: [],
    blocked: "",
    source: "",
    waiting: 0,
    askDayFirst: false,
    ...over,
  };
}
