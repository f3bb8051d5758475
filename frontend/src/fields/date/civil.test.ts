import { expect, test } from "vitest";
import { moved } from "./Calendar";
import { addDays, addMonths, civil, daysBetween, isCivil, today, weeksOf } from "./civil";

test("only days that exist are dates", () => {
  expect(civil(2028, 2, 29)).toBe("2028-02-29");
  expect(civil(2027, 2, 29)).toBe("");
  expect(civil(2027, 13, 1)).toBe("");
  expect(civil(99, 1, 1)).toBe("0099-01-01");
  expect(civil(0, 1, 1)).toBe("");
  expect(isCivil("2027-02-29")).toBe(false);
  expect(isCivil("2027-2-9")).toBe(false);
});

test("days are counted over clock changes and leap years", () => {
  expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
  expect(addDays("2028-02-28", 2)).toBe("2028-03-01");
  for (let n = -800; n <= 800; n += 37)
    expect(daysBetween("2026-10-20", addDays("2026-10-20", n))).toBe(n);
});

test("a month on is the same day, or the last of a shorter month", () => {
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonths("2026-12-15", 1)).toBe("2027-01-15");
  expect(addMonths("2028-02-29", 12)).toBe("2029-02-28");
  expect(addMonths("9999-12-31", 1)).toBe("9999-12-31");
});

test("today is the day where the person is, also just before midnight", () => {
  expect(today(new Date(2026, 2, 31, 23, 59, 59))).toBe("2026-03-31");
  expect(today(new Date(2026, 2, 31, 0, 0, 0))).toBe("2026-03-31");
});

test("a month is shown in whole weeks that begin where the locale says", () => {
  const weeks = weeksOf("2026-03-15", 1);
  expect(weeks[0]?.[0]).toBe("2026-02-23");
  expect(weeks.flat()).toContain("2026-03-31");
  expect(weeksOf("2026-03-15", 0)[0]?.[0]).toBe("2026-03-01");
  expect(new Set(weeks.flat()).size).toBe(42);
});

test("the arrow keys move through a calendar", () => {
  expect(moved("2026-03-31", "ArrowRight", false)).toBe("2026-04-01");
  expect(moved("2026-03-31", "ArrowUp", false)).toBe("2026-03-24");
  expect(moved("2026-03-31", "PageDown", false)).toBe("2026-04-30");
  expect(moved("2026-03-31", "PageUp", true)).toBe("2025-03-31");
  expect(moved("2026-03-31", "x", false)).toBeUndefined();
});
