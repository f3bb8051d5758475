import { expect, test } from "vitest";
import { type Group, idsOf, nextOf, undecided } from "./groups";

const group = (...ids: string[]) =>
  ({ records: ids.map((id) => ({ id, name: id })), reasons: [] }) as unknown as Group;

const groups = [group("a", "b", "c"), group("d", "e"), group("f", "g")];
const left = (...decisions: Parameters<typeof undecided>[1]) =>
  undecided(groups, decisions, 5).map((each) => idsOf(each).join(""));

test("what has been decided since is not listed, in whatever order its records come", () => {
  expect(left({ ids: ["e", "d"], gone: [], seq: 6 })).toEqual(["abc", "fg"]);
  expect(left({ ids: ["b", "x"], gone: ["b"], seq: 6 })).toEqual(["de", "fg"]);
});

test("what was compared after the decision is listed: it may have been undone", () => {
  expect(left({ ids: ["d", "e"], gone: ["e"], seq: 5 })).toEqual(["abc", "de", "fg"]);
});

test("after a group comes the one below it, after the last the one above", () => {
  const next = (...ids: string[]) => nextOf(groups, ids)?.records[0]?.id;
  expect([next("d", "e"), next("f", "g"), next("x", "y")]).toEqual(["f", "d", "a"]);
});
