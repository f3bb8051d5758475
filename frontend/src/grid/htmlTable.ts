/**
 * The cells of the table in a piece of HTML; none where it holds no table. A table that stands alone is meant whatever
 * its size. Of several, which may only lay the page out, the largest that has two lines and columns and holds no
 * other such is.
 */
export function parseHtmlTable(html: string): string[][] {
  const page = new DOMParser().parseFromString(html, "text/html");
  const tables = [...page.querySelectorAll("table")].map(tableOf);
  if (tables.length === 1) return tables.flatMap(({ cells }) => cells);
  const wide = tables.filter(({ cells }) => cells.length > 1 && width(cells) > 1);
  return wide
    .filter((outer) => !wide.some((t) => t !== outer && outer.element.contains(t.element)))
    .map(({ cells }) => cells)
    .reduce((most, cells) => (size(cells) > size(most) ? cells : most), []);
}

function tableOf(element: Element) {
  /** By column: how many lines below are still taken by a cell above. */
  const taken: number[] = [];
  const lines = own(element, "tr").map((line) => lineOf(own(line, "th, td"), taken));
  return { element, cells: lines.filter((cells) => cells.length > 0) };
}

/** Parts of a table or of a line of one, without those of tables within it. */
function own(element: Element, parts: string): Element[] {
  const table = element.closest("table");
  return [...element.querySelectorAll(parts)].filter((part) => part.closest("table") === table);
}

const width = (cells: string[][]) => cells.reduce((most, line) => Math.max(most, line.length), 0);
const size = (cells: string[][]) => cells.length * width(cells);

/** The cells of a line; a wide or tall cell takes the place of several, of which the first has its text. */
function lineOf(cells: Element[], taken: number[]): string[] {
  const line: string[] = [];
  const leaveTaken = () => {
    for (let left = taken[line.length]; left; left = taken[line.length]) {
      taken[line.length] = left - 1;
      line.push("");
    }
  };
  for (const cell of cells) {
    leaveTaken();
    const [tall, wide] = [span(cell, "rowspan"), span(cell, "colspan")];
    for (let n = 0; n < wide; n++) {
      taken[line.length] = tall - 1;
      line.push(n === 0 ? textOf(cell) : "");
    }
  }
  const last = taken.findLastIndex((left) => left > 0); // beyond the end of a short line, too
  for (let column = line.length; column <= last; column++) {
    taken[column] = Math.max((taken[column] ?? 0) - 1, 0);
    line.push("");
  }
  return line;
}

function span(cell: Element, name: "rowspan" | "colspan"): number {
  const cells = Number(cell.getAttribute(name) ?? 1);
  return Number.isInteger(cells) && cells > 1 ? Math.min(cells, widest) : 1;
}

const widest = 1000;

/** The text of a cell, as its reader sees it: how the lines of the source are broken is not seen. */
function textOf(cell: Element): string {
  const copy = cell.cloneNode(true) as Element;
  for (const broken of copy.querySelectorAll("br")) broken.replaceWith(lineEnd);
  const lines = (copy.textContent ?? "").split(lineEnd);
  return lines
    .map((line) => line.replace(/\s+/g, " ").trim())
    .join("\n")
    .trim();
}

/** Stands in no text that a page can hold. */
const lineEnd = "\0";
