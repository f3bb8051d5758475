import { expect, test } from "vitest";
import type { api } from "../../api";
import {
  allNodes,
  grow,
  linesOf,
  pathOf,
  startClosed,
  type TreeNode,
  uppermost,
  whyNot,
} from "./nodes";

const row = (id: string, up = "") =>
  ({ id, name: id.toUpperCase(), values: { up }, display: { up } }) as never as api.Row;

//  a ─ b ─ c
//    └ d
//  e (below something that is not shown)
const rows = [row("a"), row("b", "a"), row("c", "b"), row("d", "a"), row("e", "elsewhere")];
const root = { id: "root", name: "Root" };
const node = (top: TreeNode[], id: string) => {
  const found = allNodes(top).find((each) => each.row.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

test("rows lie below one another in the order they came in, whatever that is", () => {
  const shown = (order: api.Row[]) =>
    linesOf(grow(order, "up", "root"), root, new Set()).map(({ id, level }) => `${level}${id}`);
  expect(shown(rows)).toEqual(["1root", "2a", "3b", "4c", "3d", "2e"]);
  expect(shown([...rows].reverse())).toEqual(["1root", "2e", "2a", "3d", "3b", "4c"]);
});

test("a closed node hides all that is below it and says that there is something", () => {
  const lines = linesOf(grow(rows, "up", "root"), root, new Set(["b", "root-of-none"]));
  expect(lines.map(({ id }) => id)).toEqual(["root", "a", "b", "d", "e"]);
  expect(lines.map(({ open }) => open)).toEqual([true, true, false, undefined, undefined]);
  expect(lines.map(({ place, of }) => `${place}/${of}`)).toEqual([
    "1/1",
    "1/2",
    "1/2",
    "2/2",
    "2/2",
  ]);
});

test("at first only as many whole levels are open as fit", () => {
  const top = grow(rows, "up", "root");
  expect(startClosed(top, 5)).toEqual(new Set());
  expect(startClosed(top, 4)).toEqual(new Set(["b"]));
  expect(startClosed(top, 2)).toEqual(new Set(["a", "b"]));
});

test("a node goes neither below itself nor below what lies below it", () => {
  const top = grow(rows, "up", "root");
  const [a, b, c, d, e] = ["a", "b", "c", "d", "e"].map((id) => node(top, id));
  if (!a || !b || !c || !d || !e) throw new Error("lost");
  expect(whyNot([a], a)).toMatch(/itself/);
  expect(whyNot([a], c)).toMatch(/circle/);
  expect(whyNot([b], a)).toMatch(/already/);
  expect(whyNot([a], undefined)).toMatch(/already/);
  expect([whyNot([b], d), whyNot([c], undefined), whyNot([a], e)]).toEqual(["", "", ""]);
  expect([e.elsewhere, whyNot([e], undefined)]).toEqual(["elsewhere", ""]);
  expect(pathOf(c)).toEqual(["A", "B"]);
});

test("several move together unless one of them would lie below itself", () => {
  const top = grow(rows, "up", "root");
  const [a, b, c, d, e] = ["a", "b", "c", "d", "e"].map((id) => node(top, id)) as TreeNode[];
  if (!a || !b || !c || !d || !e) throw new Error("some are missing");
  expect(uppermost([a, c, e])).toEqual([a, e]);
  expect(whyNot([e, b], c)).toBe("That lies below “B”: it would make a circle");
  expect(whyNot([b, d], a)).toMatch(/They lie there already/);
  expect(whyNot([b, e], a)).toBe("");
});
