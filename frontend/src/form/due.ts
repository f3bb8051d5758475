import type { schema } from "../api";
import { daysBetween } from "../fields/date/civil";
import { dayText } from "../ui/display";

/** The words for a date that has passed, and for one that is near. */
interface Words {
  past: (time: string) => string;
  soon: (time: string) => string;
}

const ends: Words = { past: (time) => `${time} ago`, soon: (time) => `In ${time}` };

const words: Record<string, Words> = {
  ends,
  overdue: { past: (time) => `Overdue by ${time}`, soon: (time) => `Due in ${time}` },
  expires: { past: (time) => `Expired ${time} ago`, soon: (time) => `Expires in ${time}` },
};

export interface Told {
  text: string;
  tone: "" | "warning" | "attention";
}

/** Tells where a date stands; one that is settled asks for nothing any more. */
export function tell(due: schema.Due, date: string, today: string, settled: boolean): Told {
  const { past, soon } = words[due.how ?? "ends"] ?? ends;
  if (!date) return settled || !due.none ? nothing : { text: due.none, tone: "warning" };
  const days = daysBetween(today, date.slice(0, 10));
  if (settled || days > (due.ahead ?? 0)) return { text: dayText(date.slice(0, 10)), tone: "" };
  if (days < 0) return { text: past(span(-days)), tone: "attention" };
  if (days === 0) return { text: "Today", tone: "warning" };
  return { text: soon(span(days)), tone: "warning" };
}

const nothing: Told = { text: "", tone: "" };

/** A number of days as people say it: "1 day", "45 days", "3 months", "2 years". */
export function span(days: number): string {
  if (days < 60) return plural(days, "day");
  if (days < 730) return plural(Math.round(days / 30.44), "month");
  return plural(Math.floor(days / 365.25), "year");
}

const plural = (n: number, unit: string) => `${n} ${unit}${n === 1 ? "" : "s"}`;
