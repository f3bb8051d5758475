import { expect, it } from "vitest";
import { takeBack } from "./takeBack";

it("offers to take back a change, and nothing where there was none", () => {
  expect(takeBack(7, () => {})?.label).toBe("Undo");
  expect(takeBack(0, () => {})).toBeUndefined();
});
