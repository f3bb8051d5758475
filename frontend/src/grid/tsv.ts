import type { api } from "../api";

/** Rows as text that spreadsheets take: a line for each, cells parted by tabs, the labels first. */
export function tableText(labels: string[], rows: api.Row[], columns: string[]): string {
  const lines = rows.map((row) => columns.map((key) => row.display[key] ?? ""));
  return [labels, ...lines].map((cells) => cells.map(cellText).join("\t")).join("\r\n");
}

/** One cell; what would break the table apart stands in quotes, as spreadsheets write it. */
export function cellText(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
