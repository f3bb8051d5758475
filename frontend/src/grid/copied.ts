import { parseHtmlTable } from "./htmlTable";
import { cellText, parseTable, quoted } from "./tsv";

/**
 * What was copied as the text of a table, "" where nothing was. Spreadsheets write that themselves; of a web page or
 * a message, whose text loses merged cells and lines within a cell, the table tells more. The cells of one column
 * stand in quotes: nothing in them parts columns.
 */
export function blockOf(copied: Pick<DataTransfer, "getData">): string {
  const text = copied.getData("text/plain");
  if (isTable(text)) return text;
  const cells = parseHtmlTable(copied.getData("text/html"));
  if (text && cells.length < 2) return text;
  if (cells.some((line) => line.length > 1)) return lines(cells, cellText);
  const own = parseTable(text);
  return lines(own.length === cells.length ? own : cells, quoted);
}

function lines(cells: string[][], write: (cell: string) => string): string {
  return cells.map((line) => line.map(write).join("\t")).join("\r\n");
}

/** True for lines of equally many cells, as far as they are looked at. */
function isTable(text: string): boolean {
  const [first, ...others] = parseTable(text, looked);
  const width = first?.length ?? 0;
  return width > 1 && others.every((cells) => cells.length === width);
}

const looked = 1 << 16;
