import { display, systemLocale } from "../../ui/display";
import type { Reading } from "../parts/useTyped";

const shape = /^([+-]?)([\d.,]*\d[\d.,]*)(e[+-]?\d+)?$/i;

/**
 * Reads a number with "." or "," before the decimals. Where both stand, the last one does; where one
 * sign could part thousands as well ("1,500"), the person's locale decides.
 */
export function readDecimal(words: string, locale = display().locale || systemLocale()): Reading {
  const bare = words
    .trim()
    .replace("−", "-")
    .replace(/(?<=\d)[\s\u00a0\u202f'’_](?=\d{3})/g, "");
  const [, sign, figures = "", exponent = ""] = shape.exec(bare) ?? [];
  const number = plain(figures, decimalMark(figures, usesComma(locale) ? "," : "."));
  const value = number ? Number(`${sign}${number}${exponent}`) : Number.NaN;
  return Number.isFinite(value) ? { value, text: String(value) } : { why: "Not a number" };
}

const usesComma = (locale: string) =>
  new Intl.NumberFormat(locale).formatToParts(1.5).some((part) => part.value === ",");

/** The sign before the decimals; `usual` where it could be either. */
function decimalMark(figures: string, usual: string): string {
  const last = Math.max(figures.lastIndexOf("."), figures.lastIndexOf(","));
  if (last < 0) return usual;
  const sign = figures.charAt(last);
  const other = sign === "," ? "." : ",";
  if (figures.includes(other)) return sign;
  if (figures.indexOf(sign) !== last) return other;
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(figures) ? usual : sign;
}

/** The figures with a point and nothing between thousands; "" where they are parted oddly. */
function plain(figures: string, mark: string): string {
  const [whole = "", ...decimals] = figures.split(mark);
  const groups = whole.split(mark === "," ? "." : ",");
  const first = groups[0]?.length ?? 0;
  const even = groups.slice(1).every(({ length }) => length === 3) && first <= 3 && first > 0;
  const regular = (groups.length === 1 || even) && decimals.length < 2;
  return regular && /^\d*$/.test(decimals[0] ?? "")
    ? `${groups.join("")}.${decimals[0] ?? ""}`
    : "";
}
