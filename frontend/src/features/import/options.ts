// The answers that a person gives about an import, as values: every correction makes new options,
// so that going back is taking the options of before.
import type { api } from "../../api";
import { counted } from "../../ui/format";
import { answerSentence, withAnswer } from "./answers";
import { columnName, type Names, noun, place, sheetName } from "./wording";

/** Leaves everything to recognition. */
export function recognise(paths: string[]): api.ImportOptions {
  return {
    paths,
    source: "",
    table: "",
    mode: "upsert",
    blank: "",
    unknown: "reject",
    partial: false,
    dayFirst: "",
    conflicts: "",
    decisions: [],
    deletions: false,
    answers: [],
    rows: [],
    mapping: "",
    sheets: [],
  };
}

/** A sheet, or with a part the rows of one table in a sheet that is divided. */
export type At = Pick<api.PlanSheet, "file" | "sheet"> & { part?: string };

function isAt(a: At, b: At): boolean {
  return a.file === b.file && a.sheet === b.sheet && (a.part ?? "") === (b.part ?? "");
}

/** The answers about one sheet, empty ones when there are none. */
export function sheetOptions(options: api.ImportOptions, at: At): api.SheetOptions {
  const found = options.sheets.find((s) => isAt(s, at));
  return found ?? untouched(at);
}

function untouched({ file, sheet, part = "" }: At): api.SheetOptions {
  return { file, sheet, part, skip: false, table: "", headerRow: 0, key: [], columns: {} };
}

function isUntouched(s: api.SheetOptions): boolean {
  const columns = Object.keys(s.columns).length;
  return !s.divide && !s.skip && !s.table && !s.headerRow && s.key.length === 0 && columns === 0;
}

/** Answers something about one sheet. Another table or header row makes its columns a new question. */
export function withSheet(
  options: api.ImportOptions,
  at: At,
  answer: Partial<api.SheetOptions>,
): api.ImportOptions {
  const before = sheetOptions(options, at);
  const anew = "table" in answer || "headerRow" in answer ? { key: [], columns: {} } : {};
  const after = { ...before, ...anew, ...answer };
  const others = options.sheets.filter((s) => !isAt(s, at));
  return { ...options, sheets: isUntouched(after) ? others : [...others, after] };
}

/** Every answer about a sheet and its parts but those about the division. */
export function undivided(options: api.ImportOptions, at: At): api.ImportOptions {
  const whole = { file: at.file, sheet: at.sheet };
  const sheets = options.sheets.filter((s) => !sameSheet(s, at) || !s.part);
  return withSheet({ ...options, sheets }, whole, { divide: undefined });
}

export function sameSheet(a: At, b: At): boolean {
  return a.file === b.file && a.sheet === b.sheet;
}

/** Gives a column its field, "" to leave it out; a column that filled that field is then left out. */
export function withColumn(
  options: api.ImportOptions,
  sheet: api.PlanSheet,
  column: number,
  field: string,
): api.ImportOptions {
  const columns = { ...sheetOptions(options, sheet).columns };
  for (const other of sheet.columns) {
    if (field && other.field === field && other.column !== column) columns[other.column] = "";
  }
  columns[column] = field;
  return withSheet(options, sheet, { columns });
}

/** Leaves a column to recognition again. */
export function withoutColumn(
  options: api.ImportOptions,
  at: At,
  column: number,
): api.ImportOptions {
  const columns = { ...sheetOptions(options, at).columns };
  delete columns[column];
  return withSheet(options, at, { columns });
}

/** A row of a file. */
export type RowAt = Pick<api.ImportRow, "file" | "sheet" | "row">;

function isRow(a: RowAt, b: RowAt): boolean {
  return a.file === b.file && a.sheet === b.sheet && a.row === b.row;
}

/** What may be said of a row: it is about a record, stands for itself, or else is left out. */
export type RowSaid = Pick<api.ImportRow, "record" | "name" | "apart">;

/** What was said of a row; undefined for nothing. */
export function rowAnswer(options: api.ImportOptions, at: RowAt): api.ImportRow | undefined {
  return options.rows.find((r) => isRow(r, at));
}

/** Says what becomes of a row; without an answer it is as the file says. */
export function withRow(
  options: api.ImportOptions,
  { file, sheet, row }: RowAt,
  answer: RowSaid | undefined,
): api.ImportOptions {
  const at = { file, sheet, row };
  const others = options.rows.filter((r) => !isRow(r, at));
  return { ...options, rows: answer ? [...others, { ...at, ...answer }] : others };
}

/** Says what becomes of many rows. */
export function withRows(
  options: api.ImportOptions,
  answers: readonly api.ImportRow[],
): api.ImportOptions {
  const key = (r: RowAt) => `${r.row}\n${r.file}\n${r.sheet}`;
  const said = new Set(answers.map(key));
  return { ...options, rows: [...options.rows.filter((r) => !said.has(key(r))), ...answers] };
}

/** The answer that leaves a row out. */
export const leftOut: RowSaid = { record: "", name: "", apart: false };

/** The answer that makes a record of a row, however like another it is. */
export const apart: RowSaid = { record: "", name: "", apart: true };

/** What became of a row by an answer, after its place or number. */
export function rowSaid({ record, name, apart }: RowSaid): string {
  if (apart) return "becomes a record of its own";
  return record ? `updates “${name}”` : "is left out";
}

/** One answer in words, and the options without it. */
export interface Correction {
  id: string;
  text: string;
  without: api.ImportOptions;
}

/** What a decision about a conflict holds for. */
export type Scope = "cell" | "column" | "all";

/** Decides a conflict: of one cell, of a whole column, or of everything. A wider decision replaces the narrower. */
export function decide(
  options: api.ImportOptions,
  { table, field, record }: Pick<api.Conflict, "table" | "field" | "record">,
  scope: Scope,
  choice: "keep" | "take",
): api.ImportOptions {
  if (scope === "all") return { ...options, conflicts: choice, decisions: [] };
  const decision = { table, field, record: scope === "cell" ? record : "", choice };
  const others = options.decisions.filter(
    (d) =>
      d.table !== table || d.field !== field || (scope === "cell" && d.record !== decision.record),
  );
  return { ...options, decisions: [...others, decision] };
}

const conflicts: Record<string, string> = {
  keep: "Conflicts keep the catalogue’s values",
  take: "Conflicts take the file’s values",
};

const modes: Record<string, string> = {
  create: "Only create new records",
  update: "Only update records that exist",
};
const blanks: Record<string, string> = {
  keep: "Blank cells keep what is there",
  clear: "Blank cells clear the field",
};
const orders: Record<string, string> = {
  dmy: "Dates are day first",
  mdy: "Dates are month first",
};

/** What a person has answered beyond what the import began with, in words. */
export function correctionsBeyond(
  base: api.ImportOptions,
  options: api.ImportOptions,
  plan: api.Plan,
  names: Names,
): Correction[] {
  const before = new Set(corrections(base, plan, names).map((c) => c.text));
  return corrections(options, plan, names).filter((c) => !before.has(c.text));
}

/** Everything that differs from plain recognition, in words. */
export function corrections(
  options: api.ImportOptions,
  plan: api.Plan,
  names: Names,
): Correction[] {
  return [
    ...general(options),
    ...decided(options, names),
    ...answered(options, names),
    ...ofRows(options),
    ...options.sheets.flatMap((sheet) => ofSheet(options, sheet, plan, names)),
  ];
}

function general(options: api.ImportOptions): Correction[] {
  const plain = recognise(options.paths);
  const texts: Partial<Record<keyof api.ImportOptions, string | undefined>> = {
    source: options.source ? `The rows come from ${options.source}` : undefined,
    mode: modes[options.mode],
    blank: blanks[options.blank],
    unknown: options.unknown === "create" ? "Unknown names are created" : undefined,
    partial: options.partial ? "Good rows and cells are taken where others are not" : undefined,
    dayFirst: orders[options.dayFirst],
    conflicts: conflicts[options.conflicts],
    deletions: options.deletions ? "Rows deleted from the file delete their records" : undefined,
  };
  return Object.entries(texts).flatMap(([key, text]) =>
    text ? [{ id: key, text, without: { ...options, [key]: plain[key as "mode"] } }] : [],
  );
}

/** The decisions about columns and cells in conflict, the cells of a column together. */
function decided(options: api.ImportOptions, names: Names): Correction[] {
  const groups = new Map<string, api.ImportDecision[]>();
  for (const d of options.decisions) {
    const id = JSON.stringify([d.table, d.field, d.choice]);
    groups.set(id, [...(groups.get(id) ?? []), d]);
  }
  return [...groups].map(([id, of]) => {
    const [{ table, field, choice } = { table: "", field: "", choice: "" }] = of;
    const label = field
      ? (names.field(table, field)?.label ?? field)
      : noun(names, table, of.length);
    const what = choice === "take" ? "the file is right" : "the catalogue is right";
    const cells = of.some((d) => d.record) ? ` (${of.length})` : "";
    const rest = options.decisions.filter((d) => !of.includes(d));
    return { id, text: `${label}: ${what}${cells}`, without: { ...options, decisions: rest } };
  });
}

function answered(options: api.ImportOptions, names: Names): Correction[] {
  return options.answers.map((answer) => ({
    id: JSON.stringify(["value", answer.table, answer.field, answer.value]),
    text: answerSentence(answer, names),
    without: withAnswer(options, answer, undefined),
  }));
}

/** So many rows that were answered alike are told one by one. */
const fewRows = 5;

function ofRows(options: api.ImportOptions): Correction[] {
  const kinds = new Set(options.rows.map(manySaid));
  return [...kinds].flatMap((said) => {
    const rows = options.rows.filter((r) => manySaid(r) === said);
    if (rows.length <= fewRows) return rows.map((row) => ofRow(options, row));
    const rest = options.rows.filter((r) => manySaid(r) !== said);
    return [
      {
        id: said,
        text: `${counted(rows.length, "row")} ${said}`,
        without: { ...options, rows: rest },
      },
    ];
  });
}

function manySaid({ record, apart }: RowSaid): string {
  if (apart) return "become records of their own";
  return record ? "update other records" : "are left out";
}

function ofRow(options: api.ImportOptions, answer: api.ImportRow): Correction {
  return {
    id: JSON.stringify(["row", answer.file, answer.sheet, answer.row]),
    text: `${place({ ...answer, column: "" })} ${rowSaid(answer)}`,
    without: withRow(options, answer, undefined),
  };
}

function ofSheet(
  options: api.ImportOptions,
  answers: api.SheetOptions,
  plan: api.Plan,
  names: Names,
): Correction[] {
  const planned =
    plan.sheets.find((s) => isAt(s, answers)) ?? plan.sheets.find((s) => sameSheet(s, answers));
  const of = names.table(answers.part)?.plural;
  const title = of ? `${sheetName(answers)}, ${of}` : sheetName(answers);
  const table = answers.table || planned?.table || "";
  const label = (field: string) => names.field(table, field)?.label ?? field;
  const out: Correction[] = [];
  const add = (id: string, text: string, without: api.ImportOptions) =>
    out.push({
      id: `${answers.file}/${answers.sheet}/${answers.part}/${id}`,
      text: `${title}: ${text}`,
      without,
    });

  if (answers.divide) {
    const by = planned?.columns.find((c) => c.column === answers.divide?.column);
    const name = by ? columnName(by) : `column ${letter(answers.divide.column)}`;
    add("divide", `divided by ${name}`, undivided(options, answers));
  }
  if (answers.skip) add("skip", "left out", withSheet(options, answers, { skip: false }));
  if (answers.table)
    add(
      "table",
      `holds ${names.table(answers.table)?.plural ?? answers.table}`,
      withSheet(options, answers, { table: "" }),
    );
  if (answers.headerRow)
    add(
      "header",
      `the header is row ${answers.headerRow}`,
      withSheet(options, answers, { headerRow: 0 }),
    );
  if (answers.key.length)
    add(
      "key",
      `matched by ${answers.key.map(label).join(" and ")}`,
      withSheet(options, answers, { key: [] }),
    );
  for (const [position, field] of Object.entries(answers.columns)) {
    const column = Number(position);
    const known = planned?.columns.find((c) => c.column === column);
    const name = known ? columnName(known) : `column ${letter(column)}`;
    const text = field ? `${name} is ${label(field)}` : `${name} left out`;
    add(`column/${position}`, text, withoutColumn(options, answers, column));
  }
  return out;
}

/** The letters of a column's position: 0 is A, 26 is AA. */
export function letter(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letter(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}

/** True when two sets of options ask for the same plan. */
export function sameOptions(a: api.ImportOptions, b: api.ImportOptions): boolean {
  return JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));
}

function canonical(options: api.ImportOptions): unknown {
  const place = (s: api.SheetOptions) => `${s.file}\n${s.sheet}\n${s.part}`;
  const sheets = options.sheets.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
  return { ...options, sheets: sheets.map((s) => ({ ...s, columns: sorted(s.columns) })) };
}

function sorted(columns: Record<number, string>): [string, string][] {
  return Object.entries(columns).sort(([a], [b]) => Number(a) - Number(b));
}
