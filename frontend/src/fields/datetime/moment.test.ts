import { expect, test } from "vitest";
import { localDay, localText, readMoment, stored } from "./moment";

const reader = { today: "2026-03-31", dayFirst: true };
const read = (words: string) => {
  const reading = readMoment(words, reader);
  return "why" in reading ? undefined : reading.text;
};

test("a moment is stored in UTC and shown where the person is", () => {
  for (const hour of [0, 5, 12, 23]) {
    const moment = stored("2026-07-15", hour, 45);
    expect(moment).toMatch(/^2026-07-1\dT\d\d:45:00Z$/);
    expect(new Date(moment).getHours()).toBe(hour);
    expect(localText(moment)).toBe(`2026-07-15 ${String(hour).padStart(2, "0")}:45`);
  }
  expect(localText(undefined)).toBe("");
  expect(localDay(null)).toBe("");
});

test("a date and a time are read as people type them", () => {
  expect(read("2026-03-31 14:30")).toBe("2026-03-31 14:30");
  expect(read("31.3.2026 9:05")).toBe("2026-03-31 09:05");
  expect(read("31/3/2026, 2:30 pm")).toBe("2026-03-31 14:30");
  expect(read("31 March 2026 12:00 AM")).toBe("2026-03-31 00:00");
  expect(read("2026-03-31")).toBe("2026-03-31 00:00");
  expect(read("tomorrow 8:00")).toBe("2026-04-01 08:00");
  expect(read("14:30")).toBe("2026-03-31 14:30");
});

test("what is no moment is not guessed at", () => {
  expect(read("soon")).toBeUndefined();
  expect(read("2026-03-31 25:00")).toBeUndefined();
  expect(read("2026-03-31 12:75")).toBeUndefined();
});
