import type { Reading } from "../parts/useTyped";

/** Reads a whole number, with or without signs between the thousands. */
export function readWhole(words: string): Reading {
  const digits = words
    .trim()
    .replace("−", "-")
    .replace(/(?<=\d)[\s\u00a0\u202f,.'’_](?=\d{3}(?!\d))/g, "");
  if (!/^[+-]?\d+$/.test(digits)) return { why: "Not a whole number" };
  const value = Number(digits);
  if (!Number.isSafeInteger(value)) return { why: "Up to 15 digits" };
  return { value, text: String(value) };
}
