import { expect, test } from "vitest";
import { withLatest } from "./recent";

const record = (id: string, table = "itsystem") => ({ table, id });

test("a record that is opened again moves to the front", () => {
  const recent = withLatest([record("a"), record("b")], record("b"));
  expect(recent).toEqual([record("b"), record("a")]);
});

test("records of two tables with the same id are two", () => {
  expect(withLatest([record("a")], record("a", "contact"))).toHaveLength(2);
});

test("the list does not grow for ever", () => {
  const ids = Array.from({ length: 40 }, (_, i) => record(String(i)));
  const recent = ids.reduce(withLatest, []);
  expect(recent.length).toBeLessThan(20);
  expect(recent[0]).toEqual(record("39"));
});
