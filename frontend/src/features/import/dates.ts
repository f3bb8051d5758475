// The one question that only a person can answer: is 03/04/2024 in March or in April?
export interface DateExample {
  header: string;
  /** The text in the file. */
  text: string;
  /** Its two readings, written out. */
  dayFirst: string;
  monthFirst: string;
}

const written = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** The two readings of a date, undefined when it has but one. */
export function bothWays(text: string): Pick<DateExample, "dayFirst" | "monthFirst"> | undefined {
  const parts = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b/.exec(text);
  if (!parts) return undefined;
  const [first, second, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (first === second || first < 1 || second < 1 || first > 12 || second > 12) return undefined;
  const full = year < 100 ? 2000 + year : year;
  const date = (month: number, day: number) => written.format(Date.UTC(full, month - 1, day));
  return { dayFirst: date(second, first), monthFirst: date(first, second) };
}
