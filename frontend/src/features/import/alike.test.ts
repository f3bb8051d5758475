import { expect, test } from "vitest";
import { alikeAnswers, scopes } from "./alike";
import { apart, leftOut } from "./options";
import { plan } from "./testing";

const at = { file: "a.csv", sheet: "a" };
const twin = { table: "itsystem", id: "1", name: "Payroll" };
const rows = [
  { ...at, row: 2, reasons: "URL is the same", twin },
  { ...at, row: 5, reasons: "URL is the same" },
  { ...at, row: 7, reasons: "Name is the same", twin: { ...twin, id: "2", name: "Permits" } },
];

test("one answer is for a row, for all with its reasons, or for all", () => {
  const alike = [
    { reasons: "URL is the same", count: 2 },
    { reasons: "Name is the same", count: 1 },
  ];
  const offered = (reasons: string, of = alike) =>
    scopes({ ...plan(), alike: of }, { ...at, row: 2 }, { reasons }).map((s) => s.text);
  expect(offered("URL is the same")).toEqual([
    "Only for row 2",
    "For all 2 with: URL is the same",
    "For all 3 likely duplicates",
  ]);
  expect(offered("Name is the same")).toEqual(["Only for row 2", "For all 3 likely duplicates"]);
  expect(offered("Name is the same", alike.slice(1))).toEqual(["Only for row 2"]);
});

test("an answer for many updates the record that each row is like", () => {
  const update = alikeAnswers(rows, "all", "", "update");
  expect(update.map((r) => [r.row, r.record, r.name])).toEqual([
    [2, "1", "Payroll"],
    [7, "2", "Permits"],
  ]);
  expect(alikeAnswers(rows, "reasons", "URL is the same", leftOut).map((r) => r.row)).toEqual([
    2, 5,
  ]);
  expect(alikeAnswers(rows, "all", "", apart).every((r) => r.apart && !r.record)).toBe(true);
});
