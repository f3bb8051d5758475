import type { api } from "../api";

/** Rows as text that spreadsheets take: a line for each, cells parted by tabs, the labels first. */
export function tableText(labels: string[], rows: api.Row[], columns: string[]): string {
  const lines = rows.map((row) => columns.map((key) => row.display[key] ?? ""));
  return [labels, ...lines].map((cells) => cells.map(cellText).join("\t")).join("\r\n");
}

/** One cell; what would break the table apart stands in quotes, as spreadsheets write it. */
export function cellText(text: string): string {
  return /[\t\r\n"]/.test(text) ? quoted(text) : text;
}

export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/**
 * The cells of a text that a spreadsheet has copied. A cell in quotes may hold tabs and line breaks. No line that
 * begins beyond `most` characters is read.
 */
export function parseTable(text: string, most = Number.POSITIVE_INFINITY): string[][] {
  const cells = /("(?:[^"]|"")*"(?=[\t\r\n]|$)|[^\t\r\n]*)(\t|\r\n|\r|\n|$)/y;
  const lines: string[][] = [[]];
  while (cells.lastIndex < text.length) {
    const [, cell = "", end] = cells.exec(text) ?? [];
    lines.at(-1)?.push(unquoted(cell));
    if (end === "\t" && cells.lastIndex === text.length) lines.at(-1)?.push("");
    if (end === "\t") continue;
    if (cells.lastIndex > most) break;
    if (cells.lastIndex < text.length) lines.push([]);
  }
  return lines;
}

function unquoted(cell: string): string {
  const inQuotes = cell.length > 1 && cell.startsWith('"') && cell.endsWith('"');
  return inQuotes ? cell.slice(1, -1).replaceAll('""', '"').replaceAll("\r\n", "\n") : cell;
}
