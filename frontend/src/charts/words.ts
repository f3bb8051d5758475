import type { insight } from "../api";
import { count, counted } from "../ui";

/** How many records a chart shows: "62 IT Systems", or "58 of 62 IT Systems" where some have nothing to measure. */
export function shownText({ shown, total }: insight.Drawing, label: string, plural: string) {
  const all = counted(total, label, plural);
  return shown < total ? `${count(shown)} of ${all}` : all;
}
