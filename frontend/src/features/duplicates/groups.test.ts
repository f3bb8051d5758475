import { expect, test } from "vitest";
import { pairOf, type Shown, undecided } from "./groups";

const group = {
  records: ["a", "b", "c"].map((id) => ({ id, name: id })),
  pairs: [
    { a: 0, b: 1, reasons: [] },
    { a: 1, b: 2, reasons: [] },
  ],
  more: 0,
} as unknown as Shown;

const left = (gone: string[], apart: { a: string; b: string }[]) =>
  undecided([group], { gone, apart }).flatMap((each) => each.pairs.map((p) => pairOf(each, p)));

test("of a group of three the pairs that are not decided stay", () => {
  expect(left(["a"], [])).toEqual([{ a: "b", b: "c" }]);
  expect(left([], [{ a: "b", b: "c" }])).toEqual([{ a: "a", b: "b" }]);
  expect(left(["b"], [])).toEqual([]);
});
