import { expect, test, vi } from "vitest";
import { fitsWhole, withRoom } from "./fit";
import type { GridColumn } from "./useColumns";

const fits = [
  { width: 200, whole: 200 },
  { width: 300, whole: 340 },
  { width: 300, whole: 500 },
];

test("columns that would be cut take the room that is left over, from the first on", () => {
  expect(withRoom(fits, 100)).toEqual([200, 340, 360]);
  expect(withRoom(fits, 1000)).toEqual([200, 340, 500]);
});

test("without room columns are as wide as they are by themselves", () => {
  expect(withRoom(fits, -50)).toEqual([200, 300, 300]);
});

test("a text with dashes, quotes or other letters is as wide as its letters, which cells do not move together", () => {
  const together = {
    measureText: (text: string) => ({ width: text.length * 10 - (text.length - 1) }),
  };
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(together as never);
  const column = { field: { kind: "text" } } as GridColumn;
  const beside = 26;
  for (const text of ["Tax", "Tax – To", "“To.”", "Тариф", "a -> b"]) {
    const width = text.length * 10 + beside;
    expect([text, fitsWhole(column, width, text), fitsWhole(column, width - 1, text)]).toEqual([
      text,
      true,
      false,
    ]);
  }
});
