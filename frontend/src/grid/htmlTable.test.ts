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

test("what is no table has no cells", () => {
  expect(parseHtmlTable("<p>words</p>")).toEqual([]);
});
