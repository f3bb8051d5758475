import { expect, test } from "vitest";
import { stepLabel } from "./steps";

const summary = "Import of inventory.xlsx (2,133 created)";

test("a step is named after the change that it takes back or does again", () => {
  expect(stepLabel("Undo", { seq: 1, summary })).toBe(`Undo: ${summary}`);
  expect(stepLabel("Redo", { seq: 2, summary: `Undo: ${summary}` })).toBe(`Redo: ${summary}`);
  expect(stepLabel("Undo", { seq: 3, summary: `Redo: ${summary}` })).toBe(`Undo: ${summary}`);
});

test("without a step there is nothing to do", () => {
  expect(stepLabel("Redo")).toBe("Nothing to redo");
});
