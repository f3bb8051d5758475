import { expect, test } from "vitest";
import { parseHtmlTable } from "./htmlTable";

test("a table on a page is read as its reader sees it", () => {
  const html =
    "<p>before</p><table><thead><tr><th>Name</th><th> Stage </th></tr></thead>" +
    "<tr><td>Permits &amp; <b>Licences</b></td><td>first<br>second</td></tr>" +
    '<tr><td colspan="2">both</td></tr></table>';
  expect(parseHtmlTable(html)).toEqual([
    ["Name", "Stage"],
    ["Permits & Licences", "first\nsecond"],
    ["both", ""],
  ]);
});

test("a cell that is two lines tall leaves the others in their columns", () => {
  const html =
    '<table><tr><td rowspan="2">A</td><td>1</td><td rowspan="2" colspan="2">C</td></tr>' +
    "<tr><td>2</td></tr><tr><td>B</td><td>3</td><td>D</td></tr></table>";
  expect(parseHtmlTable(html)).toEqual([
    ["A", "1", "C", ""],
    ["", "2", "", ""],
    ["B", "3", "D"],
  ]);
});

test("a tall cell beyond the end of a short line takes its place there", () => {
  const html =
    '<table><tr><td>A</td><td>B</td><td rowspan="2">C</td></tr><tr><td>D</td></tr>' +
    "<tr><td>E</td><td>F</td><td>G</td></tr></table>";
  expect(parseHtmlTable(html)).toEqual([
    ["A", "B", "C"],
    ["D", "", ""],
    ["E", "F", "G"],
  ]);
});

test("where Excel breaks the lines of its source no line of a cell ends", () => {
  const html =
    "<table><tr>\r\n  <td class=xl65 width=64>Reads from the register of\r\n  persons<br>\r\n    and units.</td>\r\n <td>&nbsp;</td></tr></table>";
  expect(parseHtmlTable(html)).toEqual([["Reads from the register of persons\nand units.", ""]]);
});

test("what is no table has no cells", () => {
  expect(parseHtmlTable("<p>words</p>")).toEqual([]);
});
