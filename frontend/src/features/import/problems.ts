// Problems grouped, named and written out as text.
import type { api } from "../../api";
import { fileName } from "../../ui/format";

/** What becomes of the data. Where bad cells are not left out, they stop their row. */
export function consequence({ severity }: api.Problem, partial: boolean): string {
  if (severity === "note") return "A note, nothing is held up by it";
  if (severity === "row") return "The row is rejected";
  return partial ? "The cell is left out" : "The row is rejected because of it";
}

export interface ProblemGroup {
  code: string;
  label: string;
  count: number;
}

/** A code as a heading: "unknown-name" reads "Unknown name". */
export function codeLabel(code: string): string {
  const words = code.replaceAll("-", " ").trim();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** The groups of problems, or of remarks, most frequent first. */
export function problemGroups(plan: api.Plan, remarks: boolean): ProblemGroup[] {
  const groups = plan.problemCounts
    .filter((p) => p.remark === remarks)
    .map(({ code, count }) => ({ code, count, label: codeLabel(code) }));
  return groups.sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
}

/** "Did you mean “Azure” or “AWS”?", "" without suggestions. */
export function suggestion(problem: api.Problem): string {
  const quoted = (problem.suggestions ?? []).map((s) => `“${s}”`);
  if (quoted.length === 0) return "";
  if (quoted.length === 1) return `Did you mean ${quoted[0]}?`;
  return `Did you mean ${quoted.slice(0, -1).join(", ")} or ${quoted[quoted.length - 1]}?`;
}

const columns = [
  "File",
  "Sheet",
  "Row",
  "Column",
  "Header",
  "Value",
  "Problem",
  "Suggestions",
  "Consequence",
];

/** Problems as lines of tab-separated text, with a first line of headers: pasted, they are a sheet. */
export function problemsAsText(problems: readonly api.Problem[], partial: boolean): string {
  const lines = problems.map((p) => [
    fileName(p.file),
    p.sheet,
    p.row ? String(p.row) : "",
    p.column,
    p.header,
    p.value,
    p.message,
    (p.suggestions ?? []).join("; "),
    consequence(p, partial),
  ]);
  return [columns, ...lines].map((cells) => cells.map(oneCell).join("\t")).join("\n");
}

/** Text that stays one cell, and text, wherever it is pasted. */
function oneCell(text: string): string {
  const flat = text.replace(/\s+/g, " ").trim();
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
}
