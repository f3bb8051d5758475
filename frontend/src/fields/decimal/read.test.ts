import { expect, test } from "vitest";
import { readWhole } from "../whole/read";
import { readDecimal } from "./read";

const value = (reading: object) => ("value" in reading ? reading.value : undefined);
const decimal = (words: string, locale = "en-GB") => value(readDecimal(words, locale));
const whole = (words: string) => value(readWhole(words));

test("whole numbers are read with whatever parts their thousands", () => {
  for (const words of [
    "1234567",
    "1,234,567",
    "1.234.567",
    "1 234 567",
    "1'234'567",
    " 1 234 567 ",
  ])
    expect(whole(words)).toBe(1234567);
  expect(whole("-12")).toBe(-12);
  for (const words of ["1.5", "12,34", "1e3", "x", "9007199254740993"])
    expect(whole(words)).toBeUndefined();
});

test("decimals are read with a point or a comma", () => {
  expect(decimal("1.5")).toBe(1.5);
  expect(decimal("1,5")).toBe(1.5);
  expect(decimal("1,234.5")).toBe(1234.5);
  expect(decimal("1.234,5")).toBe(1234.5);
  expect(decimal("1.234.567")).toBe(1234567);
  expect(decimal(".5")).toBe(0.5);
  expect(decimal("-0,25")).toBe(-0.25);
  expect(decimal("1 234.5")).toBe(1234.5);
});

test("where one sign could mean both, the locale decides", () => {
  expect(decimal("1,500", "en-GB")).toBe(1500);
  expect(decimal("1,500", "de-DE")).toBe(1.5);
  expect(decimal("1.500", "de-DE")).toBe(1500);
  expect(decimal("0,500", "en-GB")).toBe(0.5);
});

test("what is no number is not guessed at", () => {
  for (const words of ["twelve", "1..2.", "-", "12 apples", "1e999"])
    expect(decimal(words)).toBeUndefined();
});
