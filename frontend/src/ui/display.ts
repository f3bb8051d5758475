// How this person reads dates and numbers: one choice for every screen. Files and the clipboard do not follow it.
import { useSyncExternalStore } from "react";

/** What can be chosen besides ISO. Each writes dates in figures, which are read back as they are typed. */
export const locales = [
  "en-US",
  "en-GB",
  "en-CA",
  "de-DE",
  "de-CH",
  "fr-FR",
  "es-ES",
  "it-IT",
  "nl-NL",
  "pt-BR",
  "da-DK",
  "sv-SE",
  "nb-NO",
  "fi-FI",
  "pl-PL",
  "cs-CZ",
  "ja-JP",
];

/** How dates and numbers are shown. */
export interface Display {
  /** "" is ISO: 2026-03-31 14:30, and numbers as they are stored. */
  locale: string;
  /** The name of the day that the person has chosen for weeks to begin, "" for none. */
  weekStart: string;
  /** 0 for Sunday to 6 for Saturday. */
  readonly firstWeekday: number;
  day(at: Date): string;
  time(at: Date): string;
  figure(value: number): string;
  count(value: number): string;
}

const two = (n: number) => String(n).padStart(2, "0");
const clock = (at: Date) => `${two(at.getHours())}:${two(at.getMinutes())}`;

/** The system's language; en-GB where it names none, as "C" does on a bare Linux. */
export function systemLocale(): string {
  try {
    return new Intl.Locale(navigator.language).toString();
  } catch {
    return "en-GB";
  }
}

/** What is made when it is first asked for: the browser takes long to make formats, and a start needs few. */
export function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const weekdays: Record<string, number> = { monday: 1, sunday: 0, saturday: 6 };

let current = displayOf("", "");
const listeners = new Set<() => void>();

/** Shows everything by another locale from now on. */
export function setDisplay(locale: string, weekStart: string): void {
  if (locale === current.locale && weekStart === current.weekStart) return;
  current = displayOf(locale, weekStart);
  for (const notify of listeners) notify();
}

/** The present way; for words that no component holds. */
export const display = (): Display => current;

/** The present way; a component that asks is drawn anew when it changes. */
export const useDisplay = (): Display => useSyncExternalStore(subscribe, display);

function subscribe(notify: () => void) {
  listeners.add(notify);
  return () => listeners.delete(notify);
}

function displayOf(locale: string, weekStart: string): Display {
  const weekday = once(() => weekdays[weekStart] ?? usualWeekday(locale || systemLocale()));
  const counts = once(() => new Intl.NumberFormat(locale || "en-GB"));
  const ways = locale === "" ? { day: isoDay, time: clock, figure: String } : formats(locale);
  return {
    ...{ locale, weekStart, ...ways },
    get firstWeekday() {
      return weekday();
    },
    count: (value) => counts().format(value),
  };
}

function isoDay(at: Date): string {
  const year = String(at.getFullYear()).padStart(4, "0");
  return `${year}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

function formats(locale: string) {
  const figures = { calendar: "gregory", numberingSystem: "latn" };
  const days = once(
    () =>
      new Intl.DateTimeFormat(locale, {
        ...figures,
        year: "numeric",
        month: "2-digit",
        day: "2-digit",
      }),
  );
  const times = once(
    () => new Intl.DateTimeFormat(locale, { ...figures, hour: "2-digit", minute: "2-digit" }),
  );
  const numbers = once(
    () =>
      new Intl.NumberFormat(locale, {
        maximumFractionDigits: 15,
        useGrouping: "min2", // 2026 may be a year
        numberingSystem: "latn",
      } as Intl.NumberFormatOptions),
  );
  return {
    day: (at: Date) => days().format(at),
    time: (at: Date) =>
      times()
        .format(at)
        .replace(/(\d)\.(\d)/, "$1:$2"),
    figure: (value: number) => numbers().format(value),
  };
}

/** Where weeks begin, by locale; Monday where the browser does not know. */
function usualWeekday(of: string): number {
  const locale = new Intl.Locale(of) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number };
    weekInfo?: { firstDay: number };
  };
  const info = locale.getWeekInfo?.() ?? locale.weekInfo;
  return (info?.firstDay ?? 1) % 7;
}

const civilDay = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A stored date as the person reads it; any other text as it is. */
export function dayText(date: string): string {
  const parts = civilDay.exec(date);
  if (!parts || current.locale === "") return date;
  const at = new Date(2000, 0, 1);
  at.setFullYear(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  return current.day(at);
}

/** A moment with its day and time where the person is. */
export const momentText = (at: Date): string => `${current.day(at)} ${current.time(at)}`;
