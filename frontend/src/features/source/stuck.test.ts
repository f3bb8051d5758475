import { expect, test } from "vitest";
import type { api } from "../../api";
import { stuckOf } from "./stuck";

const entries = [
  { id: "a", stuck: "“7” is no status" },
  { id: "b", stuck: "" },
] as api.QueueEntry[];

test("accepting is offered unless nothing of what it is about can be accepted", () => {
  expect(stuckOf({ entries, total: 2 }, [])).toBe("");
  expect(stuckOf({ entries, total: 2 }, ["a"])).toBe("“7” is no status");
  expect(stuckOf({ entries: entries.slice(0, 1), total: 1 }, [])).toBe("“7” is no status");
  expect(stuckOf({ entries: entries.slice(0, 1), total: 300 }, [])).toBe("");
  expect(stuckOf({ entries: [], total: 0 }, [])).toBe("");
});
