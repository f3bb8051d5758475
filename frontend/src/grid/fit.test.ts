import { expect, test } from "vitest";
import { withRoom } from "./fit";

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
