// The sentences of the import page: precise, short and tested.
import type { api, Field, Table } from "../../api";
import { count, counted, fileName } from "../../ui/format";

/** What the sentences need to know of the model. */
export interface Names {
  table(key: string): Table | undefined;
  field(table: string, key: string): Field | undefined;
}

export type Outcome = "created" | "updated" | "unchanged" | "skipped" | "rejected";

/** The outcomes in the order in which their counts add up to the rows read. */
export const outcomes: readonly Outcome[] = [
  "created",
  "updated",
  "unchanged",
  "skipped",
  "rejected",
];

export const outcomeLabels: Record<Outcome, string> = {
  created: "Created",
  updated: "Updated",
  unchanged: "Unchanged",
  skipped: "Skipped",
  rejected: "Rejected",
};

/** "a", "a and b", "a, b and c". */
export function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1]}`;
}

/** What stands over the fields by which a sheet's rows find their records: its ids come first. */
export function matchedBy(sheet: api.PlanSheet): string {
  const ids = sheet.columns.some((c) => c.how === "id");
  return ids ? "Matched by record id, else by" : "Matched to records by";
}

/** The table's label in the number that fits: "IT System" or "IT Systems". */
export function noun(names: Names, table: string, n: number): string {
  const found = names.table(table);
  if (!found) return n === 1 ? "record" : "records";
  return n === 1 ? found.label : found.plural;
}

/** The files of an import in one short line: "a.csv", "a.csv and b.csv", "a.csv and 3 more". */
export function fileNames(paths: readonly string[]): string {
  const [first, ...rest] = paths.map(fileName);
  if (rest.length < 2) return listed(first === undefined ? [] : [first, ...rest]);
  return `${first} and ${rest.length} more`;
}

const hows: Record<string, string> = {
  id: "Record ids",
  tag: "Our export",
  list: "Power Apps",
  name: "Same name",
  label: "Same label",
  synonym: "Synonym",
  record: "Names the record",
  likeness: "Similar name",
  source: "Its own system’s keys",
  several: "Several in a cell",
  given: "Your choice",
  "left out": "Not needed",
  unplaced: "Fits no field",
};

/** How a column came to its field, for people; a guess is worth a look. */
export function how(word: string): string {
  const text = hows[word] ?? word;
  return confidence(word) === "guess" ? `${text}, check` : text;
}

/** How far a match can be trusted without a look: guesses are worth one. */
export function confidence(word: string): "sure" | "likely" | "guess" | "none" {
  if (word === "likeness") return "guess";
  if (["synonym", "record", "several"].includes(word)) return "likely";
  if (word === "unplaced" || word === "left out") return "none";
  return "sure";
}

/** Why a sheet was taken for its table, or left out. */
export function whySentence(sheet: api.PlanSheet, names: Names): string {
  if (!sheet.table) return sheet.why || "The sheet is empty.";
  const of = /^(you|the file) /.test(sheet.why) ? "because" : "because of";
  return `Taken for ${noun(names, sheet.table, 2)} ${of} ${sheet.why}.`;
}

/** The columns of a sheet that hold something for which no place was found. */
export function unplaced(sheet: api.PlanSheet): api.PlanColumn[] {
  return sheet.columns.filter((c) => c.how === "unplaced" && c.filled > 0);
}

/** "“Owner” (B)", or "column B" when it has no header. */
export function columnName(column: { letter: string; header: string }): string {
  return column.header ? `“${column.header}” (${column.letter})` : `column ${column.letter}`;
}

/** How much of a long header stands in a sentence that names several. */
const mostOfHeader = 32;

/** Names the columns without a place, the first few by name; "" when all have one. */
export function unplacedSentence(sheet: api.PlanSheet): string {
  const columns = unplaced(sheet);
  if (columns.length === 0) return "";
  const few = columns.length > 4 ? columns.slice(0, 3) : columns;
  const named = few.map((c) => columnName({ ...c, header: clipped(c.header, mostOfHeader) }));
  if (few.length < columns.length) named.push(`${columns.length - few.length} more`);
  const verb = columns.length === 1 ? "has" : "have";
  return `${counted(columns.length, "column")} ${verb} no place in the catalogue: ${listed(named)}.`;
}

function clipped(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}

/** A sheet's name; the file's for a csv, whose one sheet is called like it or not at all. */
export function sheetName({ file, sheet }: { file: string; sheet: string }): string {
  const base = fileName(file);
  const oneSheet = /\.(csv|tsv|txt)$/i.test(base) && base.startsWith(`${sheet}.`);
  return sheet && !oneSheet ? sheet : base;
}

/** What a group of values belongs to: "Vendor", of links "Accounts". */
export function groupTitle(names: Names, { table, field }: { table: string; field: string }) {
  if (field) return names.field(table, field)?.label ?? field;
  return names.table(table)?.plural ?? table;
}

/** Where a row is, as far as it is not plain: "Systems, row 12", with one sheet "Row 12". */
export function rowPlace(
  row: { file: string; sheet: string; row: number },
  oneSheet: boolean,
): string {
  return oneSheet ? count(row.row) : `${sheetName(row)} · ${count(row.row)}`;
}

/** Where something stands in its file: "Systems, row 12, column C “Owner”". */
export function place(at: {
  file: string;
  sheet: string;
  row?: number;
  column?: string;
  header?: string;
}): string {
  const parts = [sheetName(at)];
  if (at.row) parts.push(`row ${count(at.row)}`);
  if (at.column) parts.push(`column ${at.column}${at.header ? ` “${at.header}”` : ""}`);
  else if (at.header) parts.push(`“${at.header}”`);
  return parts.filter(Boolean).join(", ");
}

/** What became of so many values, by what their answer says. */
const fates: Record<string, string> = {
  create: "created",
  map: "taken for what is there",
  blank: "left blank",
  skip: "left out with their rows",
};

/** How many values have an answer. */
export function valuesDecided(groups: readonly api.QuestionGroup[]): number {
  return groups.reduce((sum, g) => sum + g.count - g.open, 0);
}

/** "18 values are decided: 15 created and 3 left blank.", "" when none is. */
export function decidedSentence(groups: readonly api.QuestionGroup[]): string {
  const all = valuesDecided(groups);
  if (all === 0) return "";
  const parts = Object.entries(fates).flatMap(([use, fate]) => {
    const n = groups.reduce((sum, g) => sum + (g.decided[use] ?? 0), 0);
    return n > 0 ? [`${count(n)} ${fate}`] : [];
  });
  return `${counted(all, "value")} ${all === 1 ? "is" : "are"} decided: ${listed(parts)}.`;
}

/** Why a plan would change nothing. */
export function nothingChanges({ counts, conflicts, sheets }: api.Plan): string {
  if (conflicts.open > 0) return "Nothing would change until you decide.";
  if (counts.read === 0) return "No rows were found to import.";
  if (counts.unchanged === counts.read)
    return "Nothing would change: the rows and the catalogue agree.";
  if (!sheets.some((s) => s.table))
    return "Nothing would change: say under “Rows are” which table the rows belong to.";
  if (counts.skipped === counts.read)
    return "Nothing would change: every row is skipped, and its note says why.";
  return "Nothing would change.";
}
