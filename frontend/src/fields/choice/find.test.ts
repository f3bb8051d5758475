import { expect, test } from "vitest";
import { findOptions } from "./find";

const options = [
  { code: 1, label: "New (Not Started)" },
  { code: 2, label: "In Progress", synonyms: ["ongoing"] },
  { code: 3, label: "Review In Progress" },
  { code: 4, label: "Élevé" },
];
const found = (words: string) => findOptions(options, words).map(({ key }) => Number(key));

test("choices are found by how they begin, by a word within, without accents and by other names", () => {
  expect(found("")).toEqual([1, 2, 3, 4]);
  expect(found("in")).toEqual([2, 3]);
  expect(found("pro")).toEqual([2, 3]);
  expect(found("not")).toEqual([1]);
  expect(found("ELEVE")).toEqual([4]);
  expect(found("ongo")).toEqual([2]);
  expect(found("zzz")).toEqual([]);
});
