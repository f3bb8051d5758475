import { expect, test } from "vitest";
import type { schema } from "../../../api";
import { countOf, draftOf, emptyGroup, filterOf, withGroup, without } from "./filterTree";

const is = (attribute: string, ...values: string[]): schema.Condition => ({
  attribute,
  operator: "eq",
  values,
});
const complete = ({ values }: schema.Condition) => (values?.length ?? 0) > 0;

test("a filter comes back from the panel as it went in", () => {
  const filter = {
    conditions: [is("a", "1")],
    groups: [{ any: true, conditions: [is("b", "2")], groups: [{ conditions: [is("c", "3")] }] }],
  };
  expect(filterOf(draftOf(filter), complete)).toEqual(filter);
});

test("what is incomplete does not act, and neither does a group of nothing", () => {
  const draft = draftOf({ conditions: [is("a")], groups: [{ any: true, conditions: [is("b")] }] });
  expect(filterOf(draft, complete)).toEqual({});
  expect(countOf(draft)).toBe(2);
});

test("a condition is added to one group and taken out of another", () => {
  const draft = draftOf({ conditions: [is("a", "1")], groups: [{ conditions: [is("b", "2")] }] });
  const [inner] = draft.groups;
  const more = withGroup(draft, inner?.id ?? 0, (group) => ({ ...group, groups: [emptyGroup()] }));
  expect(more.groups[0]?.groups).toHaveLength(1);
  const less = without(more, inner?.drafts[0]?.id ?? 0);
  expect(filterOf(less, complete)).toEqual({ conditions: [is("a", "1")] });
});
