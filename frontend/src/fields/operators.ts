import type { Operator } from "./types";

export const op = (key: string, label: string, takes: Operator["takes"] = "value"): Operator => ({
  key,
  label,
  takes,
});

const blank = [op("null", "is empty", "nothing"), op("not-null", "is not empty", "nothing")];

export const textOperators = [
  op("like", "contains"),
  op("not-like", "does not contain"),
  op("eq", "is"),
  op("ne", "is not"),
  op("begins-with", "begins with"),
  op("ends-with", "ends with"),
  ...blank,
];

export const longTextOperators = [
  op("like", "contains"),
  op("not-like", "does not contain"),
  ...blank,
];

export const choiceOperators = [
  op("in", "is any of", "values"),
  op("not-in", "is none of", "values"),
  ...blank,
];

export const lookupOperators = [
  op("in", "is any of", "values"),
  op("not-in", "is none of", "values"),
  op("like", "has a name with"),
  op("under", "is, or lies below"),
  ...blank,
];

export const userOperators = [
  op("eq-userid", "is me", "nothing"),
  op("like", "contains"),
  op("eq", "is"),
  op("ne", "is not"),
  ...blank,
];

export const numberOperators = [
  op("eq", "is"),
  op("ne", "is not"),
  op("gt", "is more than"),
  op("ge", "is at least"),
  op("lt", "is less than"),
  op("le", "is at most"),
  op("between", "is between", "range"),
  ...blank,
];

export const dateOperators = [
  op("past", "is in the past", "nothing"),
  op("future", "is in the future", "nothing"),
  op("today", "is today", "nothing"),
  op("next-x-days", "is in the next … days", "days"),
  op("last-x-days", "was in the last … days", "days"),
  op("olderthan-x-days", "is more than … days ago", "days"),
  op("later-than-x-days", "is more than … days ahead", "days"),
  op("this-month", "is this month", "nothing"),
  op("next-month", "is next month", "nothing"),
  op("last-month", "was last month", "nothing"),
  op("this-quarter", "is this quarter", "nothing"),
  op("next-quarter", "is next quarter", "nothing"),
  op("last-quarter", "was last quarter", "nothing"),
  op("this-year", "is this year", "nothing"),
  op("next-year", "is next year", "nothing"),
  op("last-year", "was last year", "nothing"),
  op("eq", "is on"),
  op("lt", "is before"),
  op("le", "is on or before"),
  op("gt", "is after"),
  op("ge", "is on or after"),
  op("between", "is between", "range"),
  ...blank,
];

/** What kinds that compare with several values call a comparison with one. */
const ofSeveral: Record<string, string> = { eq: "in", ne: "not-in" };

/** The operator of a condition among those of its kind; the first when there is none of that key. */
export function operatorOf(operators: Operator[], key: string): Operator {
  const among = (sought?: string) => operators.find((each) => each.key === sought);
  const found = among(key) ?? among(ofSeveral[key]) ?? operators[0];
  if (!found) throw new Error("a kind of field has no operators");
  return found;
}
