// Numbers and moments as the program writes them everywhere.

import { display, momentText, once } from "./display";

const relative = once(() => new Intl.RelativeTimeFormat("en-GB", { numeric: "auto" }));

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** A number with its thousands apart: 2,133. */
export function count(n: number): string {
  return display().count(n);
}

/** A number with the word for it: "1 record", "2,133 records". */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : many}`;
}

/** What an import found in its files: "2 problems and 8 notes on the files, 15 values decided", "" for nothing. */
export function found(problems = 0, notes = 0, decided = 0): string {
  const of = [problems && counted(problems, "problem"), notes && counted(notes, "note")];
  const files = of.filter(Boolean).join(" and ");
  const parts = [
    files && `${files} on the files`,
    decided && `${counted(decided, "value")} decided`,
  ];
  return parts.filter(Boolean).join(", ");
}

/** A moment in the person's own time: "2025-03-12 14:05". */
export function moment(time: string): string {
  return momentText(new Date(time));
}

/** How long ago a moment is, or its day when that says more: "5 minutes ago", "2025-03-12". */
export function ago(time: string, now = Date.now()): string {
  const then = new Date(time).getTime();
  const passed = now - then;
  if (passed < minute) return "just now";
  if (passed < hour) return relative().format(-Math.floor(passed / minute), "minute");
  if (passed < day) return relative().format(-Math.floor(passed / hour), "hour");
  if (passed < 7 * day) return relative().format(-Math.floor(passed / day), "day");
  return display().day(new Date(then));
}

/** A file's size: "812 kB", "4.2 MB". */
export function fileSize(bytes: number): string {
  if (bytes < 1_000_000) return `${count(Math.max(1, Math.round(bytes / 1000)))} kB`;
  return `${display().count(Math.round(bytes / 100_000) / 10)} MB`;
}

/** The last part of a path, on any system. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** The folder of a path, on any system. */
export function folderName(path: string): string {
  return path.slice(0, Math.max(0, path.length - fileName(path).length - 1));
}
