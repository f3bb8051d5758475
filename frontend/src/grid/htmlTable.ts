/** The cells of the first table in a piece of HTML; none where it holds no table. */
export function parseHtmlTable(html: string): string[][] {
  const page = new DOMParser().parseFromString(html, "text/html");
  const lines = page.querySelector("table")?.querySelectorAll("tr") ?? [];
  /** By column: how many lines below are still taken by a cell above. */
  const taken: number[] = [];
  const table = [...lines].map((line) => lineOf([...line.querySelectorAll("th, td")], taken));
  return table.filter((cells) => cells.length > 0);
}

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
  for (const broken of cell.querySelectorAll("br")) broken.replaceWith(lineEnd);
  const lines = (cell.textContent ?? "").split(lineEnd);
  return lines
    .map((line) => line.replace(/\s+/g, " ").trim())
    .join("\n")
    .trim();
}

/** Stands in no text that a page can hold. */
const lineEnd = "\0";
