import { expect, test } from "vitest";
import { best } from "./match";

const lists = ["IT System Components", "IT Systems", "Systems of Record", "IT Technologies"];
const find = (typed: string) => best(lists, typed, (text) => text);

test("what begins with the text comes before what only holds it", () => {
  expect(find("systems")).toEqual(["Systems of Record", "IT Systems"]);
});

test("every word typed must be there, in any order", () => {
  expect(find("comp sys")).toEqual(["IT System Components"]);
  expect(find("comp tech")).toEqual([]);
});

test("a text inside a word is found, too", () => {
  expect(find("nolog")).toEqual(["IT Technologies"]);
});

test("without a text everything is there in its order", () => {
  expect(find("  ")).toEqual(lists);
});
