import type { Reading } from "../parts/useTyped";

const usesComma = (locale: string) =>
  new Intl.NumberFormat(locale).formatToParts(1.5).some((part) => part.value === ",");

/**
 * Reads a number with "." or "," before the decimals. Where both stand, the last one does; where one
 * sign could part thousands as well ("1,500"), the person's locale decides.
 */
export function readDecimal(words: string, locale = navigator.language): Reading {
  const bare = words.trim().replace(/(?<=\d)[\s\u00a0\u202f'’_](?=\d)/g, "");
  const value = /^[+-]?(\d|[.,]\d)[\d.,]*(e[+-]?\d+)?$/i.test(bare)
    ? Number(plain(bare, usesComma(locale) ? "," : "."))
    : Number.NaN;
  return Number.isFinite(value) ? { value, text: String(value) } : { why: "Not a number" };
}

function plain(words: string, mark: string): string {
  const point = decimalMark(words, mark);
  const thousands = point === "," ? /\./g : /,/g;
  return words.replace(thousands, "").replace(point, ".");
}

function decimalMark(words: string, mark: string): string {
  const last = Math.max(words.lastIndexOf("."), words.lastIndexOf(","));
  if (last < 0) return mark;
  const sign = words.charAt(last);
  const other = sign === "," ? "." : ",";
  if (words.includes(other)) return sign;
  const once = words.indexOf(sign) === last;
  if (!once) return other;
  const couldPartThousands = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(words);
  return couldPartThousands ? mark : sign;
}
