import { display, systemLocale } from "../../ui/display";
import type { Reading } from "../parts/useTyped";
import { addDays, addMonths, civil, today } from "./civil";

export interface Reader {
  today: string;
  /** 3/4 is the third of April. */
  dayFirst: boolean;
  locale?: string;
}

export const why = "Not a date: try 2026-03-31";

/** Reads a date as people type it: ISO, the local order, month names, "today", "+30", "+6m". */
export function readDate(words: string, reader: Reader = ours()): Reading {
  const date = dateOf(words.trim().toLowerCase(), reader);
  return date ? { value: date, text: date } : { why };
}

export function ours(): Reader {
  const { locale } = display();
  return { today: today(), dayFirst: dayComesFirst(locale || systemLocale()), locale };
}

/** True where people write the day before the month. */
export function dayComesFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale, { dateStyle: "short" }).formatToParts(0);
  const order = parts.map((part) => part.type);
  return order.indexOf("day") < order.indexOf("month") || order[0] === "year";
}

function dateOf(words: string, reader: Reader): string {
  return relative(words, reader.today) || named(words, reader) || numbers(words, reader);
}

const days: Record<string, number> = { yesterday: -1, today: 0, now: 0, tomorrow: 1 };

function relative(words: string, from: string): string {
  const day = days[words];
  if (day !== undefined) return addDays(from, day);
  const [, sign, digits, unit = "d"] = /^([+-])\s*(\d{1,4})\s*([dwmy])?$/.exec(words) ?? [];
  if (!digits) return "";
  const count = Number(digits) * (sign === "-" ? -1 : 1);
  if (unit === "d" || unit === "w") return addDays(from, unit === "w" ? 7 * count : count);
  return addMonths(from, unit === "y" ? 12 * count : count);
}

/** "31 March 2026", "Mar 31, 2026", "31-Mar-26". */
function named(words: string, { today: from, locale }: Reader): string {
  const name = /\p{L}{3,}\.?/u.exec(words)?.[0].replace(".", "");
  const month = name ? monthNamed(name, locale) : 0;
  if (!month) return "";
  const [first, second] = (words.match(/\d+/g) ?? []).map(String);
  if (!first) return "";
  if (first.length === 4) return civil(Number(first), month, Number(second ?? 1));
  return civil(second ? fullYear(second) : Number(from.slice(0, 4)), month, Number(first));
}

function monthNamed(name: string, locale?: string): number {
  for (const language of ["en", locale || "en"]) {
    for (let month = 1; month <= 12; month++) {
      const full = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" })
        .format(Date.UTC(2026, month - 1, 1))
        .toLowerCase();
      if (full.startsWith(name)) return month;
    }
  }
  return name === "sept" ? 9 : 0;
}

function numbers(words: string, { today: from, dayFirst }: Reader): string {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(words);
  const parts =
    compact?.slice(1) ??
    /^(\d{1,4})[\s./-]+(\d{1,2})(?:[\s./-]+(\d{1,4}))?\.?$/.exec(words)?.slice(1);
  if (!parts) return "";
  const [a = "", b = "", c] = parts;
  if (a.length > 2) return a.length === 4 && c ? civil(Number(a), Number(b), Number(c)) : "";
  const year = c ? fullYear(c) : Number(from.slice(0, 4));
  const dotted = words.includes(".");
  const asDayMonth = civil(year, Number(b), Number(a));
  const asMonthDay = dotted ? "" : civil(year, Number(a), Number(b));
  return dayFirst ? asDayMonth || asMonthDay : asMonthDay || asDayMonth;
}

/** "26" is 2026, "87" is 1987. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}
