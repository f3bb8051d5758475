import { expect, test } from "vitest";
import type { api } from "../../api";
import { inPlace } from "./place";

const entries = (...ids: string[]) => ids.map((id) => ({ id }) as api.QueueEntry);
const places = (list: api.QueueEntry[]) => list.map(({ id }) => id).join("");

test("what was decided keeps its place, what others decided goes, what is new follows", () => {
  const before = entries("a", "b", "c", "d");
  const outcomes = new Map([["b", "accepted" as const]]);
  expect(places(inPlace(before, entries("a", "x", "d"), outcomes))).toBe("abdx");
  expect(places(inPlace(before, entries("a", "b", "c", "d"), outcomes))).toBe("abcd");
  expect(places(inPlace([], entries("b", "c"), outcomes))).toBe("bc");
});
