import { expect, test } from "vitest";
import { Grouping } from "./grouping";

const groups = [
  { key: "a", text: "A", count: 2 },
  { key: "b", text: "B", count: 3 },
  { key: "", text: "", count: 1 },
];

test("every record has its line below its group's, and every line leads to its record", () => {
  const all = new Grouping(groups, new Set());
  expect(all.length).toBe(9);
  const records = Array.from({ length: all.length }, (_, line) => all.lineAt(line).record);
  expect(records).toEqual([undefined, 0, 1, undefined, 2, 3, 4, undefined, 5]);
  for (let record = 0; record < 6; record++)
    expect(all.lineAt(all.lineOf(record)).record).toBe(record);
});

test("a closed group hides its rows and nothing else", () => {
  const some = new Grouping(groups, new Set(["b"]));
  expect(some.length).toBe(6);
  expect(some.lineAt(3)).toEqual({ group: 1, record: undefined });
  expect(some.lineAt(4)).toEqual({ group: 2, record: undefined });
  expect(some.lineOf(3)).toBe(-1);
  expect(some.lineAt(5).record).toBe(5);
});

test("a range of lines that begins at a group begins with its first record", () => {
  const all = new Grouping(groups, new Set());
  expect(all.recordFrom(3)).toBe(2);
  expect(all.recordFrom(5)).toBe(3);
});
