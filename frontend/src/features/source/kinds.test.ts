import { expect, test } from "vitest";
import { filterOf, narrowed, outcomeWord } from "./kinds";

test("a filter goes through the address and back", () => {
  const filter = { kind: "stale", source: "SNOW", table: "itsystem", text: "Permits" };
  expect(filterOf(narrowed(filter))).toEqual(filter);
});

test("without anything in the address all values that wait to be accepted are shown", () => {
  const all = { kind: "proposed", source: "", table: "", text: "" };
  expect(filterOf({})).toEqual(all);
  expect(filterOf({ kind: "something else" })).toEqual(all);
  expect(Object.values(narrowed(all)).filter((v) => v !== undefined)).toEqual([]);
});

test("what is accepted is called as the button was", () => {
  expect(outcomeWord("proposed", "accepted")).toBe("Accepted");
  expect(outcomeWord("uncertified", "accepted")).toBe("Certified");
  expect(outcomeWord("stale", "accepted")).toBe("Confirmed");
  expect(outcomeWord("proposed", "declined")).toBe("Declined");
});
