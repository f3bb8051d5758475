import { daysBetween } from "../fields/date/civil";
import { dayText } from "../ui/display";

/** How a date that something depends on is told. */
interface Telling {
  label: string;
  past: (time: string) => string;
  soon: (time: string) => string;
  /** How many days ahead it becomes worth a warning. */
  warn: number;
  /** What is said while there is no such date, where there should be one. */
  none?: string;
}

const overdue = (time: string) => `Overdue by ${time}`;
const dueIn = (time: string) => `Due in ${time}`;
const expired = (time: string) => `Expired ${time} ago`;
const expires = (time: string) => `Expires in ${time}`;
const ended = (time: string) => `${time} ago`;
const ends = (time: string) => `In ${time}`;

/** The dates that a person must know about, by field, the most pressing first. */
export const tellings: Record<string, Telling> = {
  nextreviewdate: {
    label: "Next review",
    past: overdue,
    soon: dueIn,
    warn: 30,
    none: "Not planned",
  },
  expirationdate: { label: "Valid until", past: expired, soon: expires, warn: 90, none: "Not set" },
  duedate: { label: "Due", past: overdue, soon: dueIn, warn: 14, none: "Not set" },
  targetcompletiondate: { label: "Target completion", past: overdue, soon: dueIn, warn: 14 },
  targetmitigationdate: { label: "Target mitigation", past: overdue, soon: dueIn, warn: 14 },
  nextactiondate: { label: "Next action", past: overdue, soon: dueIn, warn: 14 },
  approvalexpirationdate: { label: "Approved until", past: expired, soon: expires, warn: 90 },
  endofsupportdate: { label: "End of support", past: ended, soon: ends, warn: 180 },
  endoflifedate: { label: "End of life", past: ended, soon: ends, warn: 180 },
  accessexpirationdatetime: { label: "Access", past: expired, soon: expires, warn: 30 },
};

export interface Told {
  text: string;
  tone: "" | "warning" | "attention";
}

/** Tells where a date stands; one that is settled asks for nothing any more. */
export function tell(telling: Telling, date: string, today: string, settled: boolean): Told {
  if (!date) return settled ? { text: "", tone: "" } : none(telling);
  const days = daysBetween(today, date.slice(0, 10));
  if (settled || days > telling.warn) return { text: dayText(date.slice(0, 10)), tone: "" };
  if (days < 0) return { text: telling.past(span(-days)), tone: "attention" };
  if (days === 0) return { text: "Today", tone: "warning" };
  return { text: telling.soon(span(days)), tone: "warning" };
}

const none = ({ none: words }: Telling): Told =>
  words ? { text: words, tone: "warning" } : { text: "", tone: "" };

/** A number of days as people say it: "1 day", "45 days", "3 months", "2 years". */
export function span(days: number): string {
  if (days < 60) return plural(days, "day");
  if (days < 730) return plural(Math.round(days / 30.44), "month");
  return plural(Math.floor(days / 365.25), "year");
}

const plural = (n: number, unit: string) => `${n} ${unit}${n === 1 ? "" : "s"}`;
