import { expect, test } from "vitest";
import type { schema } from "../api";
import { apart, both, withoutField } from "./filters";

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

test("exceptions stay exceptions when a further condition is added", () => {
  const none = { any: true, not: true, conditions: [is("b")] };
  expect(both(none, all)).toEqual({ conditions: [is("a")], groups: [none] });
});

test("a filter without a field has no condition on it, however deep, and no group of nothing", () => {
  const deep = { ...all, groups: [any, { not: true, conditions: [is("b")] }] };
  expect(withoutField(deep, "b")).toEqual({
    conditions: [is("a")],
    groups: [{ any: true, conditions: [is("c")] }],
  });
  expect(withoutField(any, "d")).toEqual(any);
});
