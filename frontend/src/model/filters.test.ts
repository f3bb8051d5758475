import { expect, test } from "vitest";
import type { schema } from "../api";
import { apart, both } from "./filters";

const is = (attribute: string): schema.Condition => ({ attribute, operator: "null" });
const all = { conditions: [is("a")] };
const any = { any: true, conditions: [is("b"), is("c")] };

test("two filters hold together, and alternatives stay apart from the others", () => {
  expect(both(all, { conditions: [is("d")] })).toEqual({ conditions: [is("a"), is("d")] });
  expect(both(any, all)).toEqual({ conditions: [is("a")], groups: [any] });
  expect(both({}, any)).toBe(any);
  expect(both({}, {})).toEqual({});
  expect(both(apart(any), all)).toEqual(both(any, all));
});
