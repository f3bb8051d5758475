import { parseHtmlTable } from "../../grid/htmlTable";
import { cellText, parseTable } from "../../grid/tsv";

/**
 * What was copied as the text of a table. Spreadsheets write that themselves; of a web page or a message, whose
 * text loses merged cells and lines within a cell, the table tells more.
 */
export function blockOf(copied: Pick<DataTransfer, "getData">): string {
  const text = copied.getData("text/plain");
  if (isTable(text)) return text;
  const cells = parseHtmlTable(copied.getData("text/html"));
  return cells.map((line) => line.map(cellText).join("\t")).join("\r\n") || text;
}

/** True for lines of equally many cells, as far as they are looked at. */
function isTable(text: string): boolean {
  const lines = parseTable(text.slice(0, looked));
  if (text.length > looked) lines.pop(); // it may be cut
  const width = lines[0]?.length ?? 0;
  return width > 1 && lines.every((cells) => cells.length === width);
}

const looked = 1 << 16;
