/** The cells of the first table in a piece of HTML; none where it holds no table. */
export function parseHtmlTable(html: string): string[][] {
  const page = new DOMParser().parseFromString(html, "text/html");
  const table = page.querySelector("table");
  const lines = [...(table?.querySelectorAll("tr") ?? [])].map((line) =>
    [...line.querySelectorAll("th, td")].flatMap(cellsOf),
  );
  return lines.filter((cells) => cells.length > 0);
}

/** The text of a cell, as its reader sees it; a wide one takes the place of several. */
function cellsOf(cell: Element): string[] {
  for (const broken of cell.querySelectorAll("br")) broken.replaceWith("\n");
  const lines = (cell.textContent ?? "")
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim());
  const wide = Number(cell.getAttribute("colspan") ?? 1);
  const beside = Number.isInteger(wide) && wide > 1 ? Math.min(wide, widest) - 1 : 0;
  return [lines.join("\n").trim(), ...Array<string>(beside).fill("")];
}

const widest = 1000;
