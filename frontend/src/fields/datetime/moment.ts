import { display, momentText } from "../../ui/display";
import { civil, today } from "../date/civil";
import { ours, type Reader, readDate } from "../date/read";
import type { Reading } from "../parts/useTyped";

/** A stored moment where the person is: "2026-03-31 14:30"; "" when blank. */
export function localText(value: unknown): string {
  const moment = momentOf(value);
  return moment && momentText(moment);
}

/** The local day of a stored moment as dates are stored, "" when blank. */
export function localDay(value: unknown): string {
  const moment = momentOf(value);
  return moment && today(moment);
}

/** The time of a stored moment, midnight when blank. */
export function localTime(value: unknown): string {
  const moment = momentOf(value);
  return moment ? display().time(moment) : "00:00";
}

function momentOf(value: unknown): Date | "" {
  const moment = typeof value === "string" ? new Date(value) : undefined;
  return moment && !Number.isNaN(moment.getTime()) ? moment : "";
}

const clock = /(?:^|[\sT,]+)(\d{1,2})(?:[:.](\d{2}))?(?::(\d{2}))?\s*([ap]\.?m\.?)?$/i;

/** Reads a local date and time: a date as in `readDate`, then "14:30", "2:30 pm"; midnight without. */
export function readMoment(words: string, reader: Reader = ours()): Reading {
  const time = timeAt(words.trim());
  const day = readDate(time ? words.trim().slice(0, time.at) || "today" : words, reader);
  if ("why" in day) return { why: "Not a date and time: try 2026-03-31 14:30" };
  const value = stored(String(day.value), time?.hours ?? 0, time?.minutes ?? 0);
  return { value, text: localText(value) };
}

/** The time at the end of the words, and where it begins. A bare number is no time. */
function timeAt(words: string) {
  const found = clock.exec(words);
  if (!found || !(found[4] || found[0].includes(":"))) return undefined;
  const hours = (Number(found[1]) % (found[4] ? 12 : 24)) + (/^p/i.test(found[4] ?? "") ? 12 : 0);
  const minutes = Number(found[2] ?? 0);
  const exists = Number(found[1]) < 24 && minutes < 60;
  return exists ? { hours, minutes, at: found.index } : undefined;
}

/** A local date and time as the moment in UTC, to the second. */
export function stored(day: string, hours: number, minutes: number): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  if (!civil(year, month, date)) return "";
  const moment = new Date(2000, 0, 1, hours, minutes);
  moment.setFullYear(year, month - 1, date);
  return moment.toISOString().replace(/\.\d{3}Z$/, "Z");
}
