// Civil dates as "2026-03-31": no zone, no clock. Calendar arithmetic is done in UTC, where days have 24 hours.

const dayMs = 86_400_000;
const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

const two = (n: number) => String(n).padStart(2, "0");

/** The date of a year, month (1 to 12) and day; "" when there is no such day or it is not of the years 1 to 9999. */
export function civil(year: number, month: number, day: number): string {
  const moment = utc(year, month, day);
  const exists = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day;
  return exists && year >= 1 && year <= 9999 ? iso(moment) : "";
}

/** True for a date such as "2026-03-31" that exists. */
export function isCivil(date: unknown): date is string {
  const parts = typeof date === "string" ? pattern.exec(date) : null;
  return parts !== null && civil(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== "";
}

/** Today where the person is. */
export function today(now = new Date()): string {
  return civil(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

export const addDays = (date: string, days: number) =>
  within(new Date(momentOf(date).getTime() + days * dayMs), date);

/** The same day some months on, or the last of that month. */
export function addMonths(date: string, months: number): string {
  const from = momentOf(date);
  const first = utc(from.getUTCFullYear(), from.getUTCMonth() + 1 + months, 1);
  const last = daysIn(first.getUTCFullYear(), first.getUTCMonth() + 1);
  first.setUTCDate(Math.min(from.getUTCDate(), last));
  return within(first, date);
}

/** How many days lie between; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string) =>
  Math.round((momentOf(to).getTime() - momentOf(from).getTime()) / dayMs);

/** 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (date: string) => momentOf(date).getUTCDay();

export const monthOf = (date: string) => date.slice(0, 7);

/** The days of the weeks that a month touches, week by week. */
export function weeksOf(date: string, firstWeekday: number): string[][] {
  const first = `${monthOf(date)}-01`;
  const start = addDays(first, -((weekdayOf(first) - firstWeekday + 7) % 7));
  const week = (n: number) => Array.from({ length: 7 }, (_, day) => addDays(start, 7 * n + day));
  return Array.from({ length: 6 }, (_, n) => week(n));
}

/** A date in the words of a locale. */
export function inWords(date: string, options: Intl.DateTimeFormatOptions, locale?: string) {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(momentOf(date));
}

const daysIn = (year: number, month: number) => utc(year, month + 1, 0).getUTCDate();

/** Date.UTC takes the years 0 to 99 for 1900 to 1999; this does not. */
function utc(year: number, month: number, day: number): Date {
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, day);
  return moment;
}

function momentOf(date: string): Date {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return utc(year, month, day);
}

const iso = (moment: Date) =>
  `${String(moment.getUTCFullYear()).padStart(4, "0")}-${two(moment.getUTCMonth() + 1)}-${two(moment.getUTCDate())}`;

/** A moment's date, or the date it came from where it leaves the years 1 to 9999. */
function within(moment: Date, otherwise: string): string {
  const year = moment.getUTCFullYear();
  return year >= 1 && year <= 9999 ? iso(moment) : otherwise;
}
