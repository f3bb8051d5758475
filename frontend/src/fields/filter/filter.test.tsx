import { FluentProvider } from "@fluentui/react-components";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import type { Field, schema } from "../../api";
import { light } from "../../ui/theme";
import { describeCondition, fieldKinds, operatorOf } from "..";

const review = { num: 1, key: "nextreviewdate", label: "Next Review Date", kind: "date" } as Field;
const operators = fieldKinds.date.operators;
const plain = (value: string) => value;
const inWords = (operator: string, ...values: string[]) =>
  describeCondition(review, { attribute: review.key, operator, values }, operators, plain);

test("conditions are told in words", () => {
  expect(inWords("next-x-days", "30")).toBe("Next Review Date is in the next 30 days");
  expect(inWords("between", "2026-01-01", "2026-03-31")).toBe(
    "Next Review Date is between 2026-01-01 and 2026-03-31",
  );
  expect(inWords("past")).toBe("Next Review Date is in the past");
  expect(inWords("null")).toBe("Next Review Date is empty");
});

test("a comparison with one value reads as one with several where a kind has no other", () => {
  const { operators: choices } = fieldKinds.choice;
  expect(operatorOf(choices, "eq").key).toBe("in");
  expect(operatorOf(choices, "ne").key).toBe("not-in");
});

/** A filter as a list holds it. */
function setUp(kind: "date" | "whole", start: schema.Condition) {
  const { Filter } = fieldKinds[kind];
  const field = { ...review, kind } as Field;
  let last = start;
  function Holder() {
    const [condition, setCondition] = useState(start);
    last = condition;
    return <Filter field={field} condition={condition} onChange={setCondition} />;
  }
  render(
    <FluentProvider theme={light}>
      <Holder />
    </FluentProvider>,
  );
  return { user: userEvent.setup(), now: () => last };
}

test("changing the operator asks for what it compares with", async () => {
  const { user, now } = setUp("date", { attribute: review.key, operator: "past", values: [] });
  expect(screen.queryByRole("textbox")).toBeNull();
  await user.selectOptions(screen.getByRole("combobox"), "next-x-days");
  await user.type(screen.getByRole("textbox"), "45");
  expect(now()).toEqual({ attribute: review.key, operator: "next-x-days", values: ["45"] });
});

test("a range takes two values, also when the second is given first", async () => {
  const { user, now } = setUp("whole", { attribute: review.key, operator: "between", values: [] });
  await user.type(screen.getByRole("textbox", { name: /to$/ }), "9");
  await user.type(screen.getByRole("textbox", { name: /from$/ }), "2");
  expect(now().values).toEqual(["2", "9"]);
});
