import { expect, test } from "vitest";
import { cellText, parseTable } from "./tsv";

test.each([
  ["one", [["one"]]],
  [
    "a\tb\r\nc\td\r\n",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  [
    "a\t\t\n\tb\t\n",
    [
      ["a", "", ""],
      ["", "b", ""],
    ],
  ],
  ['"two\r\nlines"\t"say ""yes"""\n', [["two\nlines", 'say "yes"']]],
  ['5" disk\t"open', [['5" disk', '"open']]],
  ["a\n\nb", [["a"], [""], ["b"]]],
  ['""\tb', [["", "b"]]],
])("a copied %j is read as cells", (text, cells) => {
  expect(parseTable(text)).toEqual(cells);
});

test("what is written for a spreadsheet is read back", () => {
  const cells = ["", "plain", "tab\there", 'a "quote"', "two\nlines", '"'];
  expect(parseTable(cells.map(cellText).join("\t"))).toEqual([cells]);
});
