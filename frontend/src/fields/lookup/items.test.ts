import { expect, test } from "vitest";
import { withPresent } from "./items";

const ada = { key: "1", text: "Ada" };
const bea = { key: "2", text: "Bea" };
const zoe = { key: "9", text: "Zoe" };

test("the list begins with the present record where it holds only others, until words are typed", () => {
  expect(withPresent([ada, bea], undefined, zoe)).toEqual([zoe, ada, bea]);
  expect(withPresent([ada, bea], "a", zoe)).toEqual([ada, bea]);
  expect(withPresent([ada, bea], undefined, bea)).toEqual([ada, bea]);
  expect(withPresent([ada, bea], undefined, { key: "", text: "" })).toEqual([ada, bea]);
});
