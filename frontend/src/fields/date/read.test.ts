import { describe, expect, test } from "vitest";
import { dayComesFirst, readDate, why } from "./read";

const british = { today: "2026-03-31", dayFirst: true };
const american = { today: "2026-03-31", dayFirst: false };
const read = (words: string, reader = british) => {
  const reading = readDate(words, reader);
  return "why" in reading ? reading.why : reading.value;
};

describe("a date is read as people write it", () => {
  test.each([
    ["2026-03-31", "2026-03-31"],
    ["2026-3-1", "2026-03-01"],
    ["20260331", "2026-03-31"],
    ["2026/03/31", "2026-03-31"],
    ["31.3.2026", "2026-03-31"],
    ["31.3.26", "2026-03-31"],
    ["31.3.", "2026-03-31"],
    ["31/3/1987", "1987-03-31"],
    ["1/4/26", "2026-04-01"],
    ["31 March 2026", "2026-03-31"],
    ["Mar 31, 2026", "2026-03-31"],
    ["31-Mar-87", "1987-03-31"],
    ["1 sept 2026", "2026-09-01"],
    ["March 2027", "2027-03-01"],
    ["today", "2026-03-31"],
    ["Tomorrow", "2026-04-01"],
    ["+30", "2026-04-30"],
    ["-1w", "2026-03-24"],
    ["+6m", "2026-09-30"],
    ["+1y", "2027-03-31"],
  ])("%s", (words, date) => {
    expect(read(words)).toBe(date);
  });
});

test("a month before the day is read where people write so, unless it cannot be", () => {
  expect(read("4/1/2026", american)).toBe("2026-04-01");
  expect(read("31/3/2026", american)).toBe("2026-03-31");
  expect(read("3/31/2026", british)).toBe("2026-03-31");
  expect(read("4.1.2026", american)).toBe("2026-01-04");
});

test.each(["spring", "2026-02-30", "31.2.2026", "32/1/2026", "2026", "12:30", "1/2/3/4", "+"])(
  "%s is no date",
  (words) => {
    expect(read(words)).toBe(why);
  },
);

test("the order of day and month follows the locale", () => {
  expect(dayComesFirst("en-GB")).toBe(true);
  expect(dayComesFirst("da-DK")).toBe(true);
  expect(dayComesFirst("en-US")).toBe(false);
});
