import { afterEach, expect, test, vi } from "vitest";
import { readDate } from "../fields/date/read";
import { readMoment } from "../fields/datetime/moment";
import { readDecimal } from "../fields/decimal/read";
import { shownText } from "../fields/shown";
import { readWhole } from "../fields/whole/read";
import { dayText, display, locales, setDisplay } from "./display";
import { count, moment } from "./format";

afterEach(() => setDisplay("", ""));

const value = (reading: object) => ("value" in reading ? reading.value : undefined);

test("without a choice everything is ISO", () => {
  expect(dayText("2026-03-09")).toBe("2026-03-09");
  expect(moment(new Date(2026, 2, 9, 14, 5).toISOString())).toBe("2026-03-09 14:05");
  expect(shownText("decimal", "12345.5")).toBe("12345.5");
});

test.each([
  ["de-DE", "09.03.2026", "12.345,5", "60.000"],
  ["en-US", "03/09/2026", "12,345.5", "60,000"],
  ["en-GB", "09/03/2026", "12,345.5", "60,000"],
  ["sv-SE", "2026-03-09", "12 345,5", "60 000"],
])("%s writes %s, %s and %s", (locale, day, number, amount) => {
  setDisplay(locale, "");
  const plain = (text: string) => text.replace(/\s/g, " ");
  expect(dayText("2026-03-09")).toBe(day);
  expect(plain(shownText("decimal", "12345.5"))).toBe(number);
  expect(plain(count(60_000))).toBe(amount);
});

test.each(locales)("what %s writes is read back as it was", (locale) => {
  setDisplay(locale, "");
  for (const day of ["2026-03-09", "2026-12-31", "1999-02-01"])
    expect(value(readDate(dayText(day)))).toBe(day);
  for (const hours of [0, 9, 12, 23]) {
    const at = new Date(2026, 2, 9, hours, 5).toISOString().replace(".000", "");
    expect(value(readMoment(shownText("datetime", at)))).toBe(at);
  }
  for (const number of ["0.25", "1.5", "1234.5", "12345", "1234567.125", "-0.5"])
    expect(value(readDecimal(shownText("decimal", number)))).toBe(Number(number));
  for (const number of ["0", "2026", "12345", "1234567"])
    expect(value(readWhole(shownText("whole", number)))).toBe(Number(number));
});

test("what is no date or number stays as it is", () => {
  setDisplay("de-DE", "");
  expect(dayText("Mar 2026")).toBe("Mar 2026");
  expect(shownText("decimal", "")).toBe("");
  expect(shownText("text", "2026-03-09")).toBe("2026-03-09");
});

test("weeks begin where the person says", () => {
  setDisplay("de-DE", "sunday");
  expect(display().firstWeekday).toBe(0);
  setDisplay("de-DE", "saturday");
  expect(display().firstWeekday).toBe(6);
});

test("a system without a language is no hindrance", () => {
  vi.spyOn(navigator, "language", "get").mockReturnValue("C");
  setDisplay("", "sunday");
  setDisplay("", "");
  expect(display().firstWeekday).toBe(1);
  expect(dayText("2026-03-09")).toBe("2026-03-09");
  expect(value(readDecimal("12.5"))).toBe(12.5);
  vi.restoreAllMocks();
});
