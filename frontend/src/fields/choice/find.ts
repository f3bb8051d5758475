import type { schema } from "../../api";
import type { Item } from "../parts/Listbox";

/** Text without case and accents, for comparing. */
export const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The options that fit the words: those that begin with them, then those that hold them. */
export function findOptions(options: readonly schema.Option[], words: string): Item[] {
  const sought = plain(words.trim());
  const rank = (option: schema.Option) => {
    const label = plain(option.label);
    if (label.startsWith(sought)) return 0;
    if (label.split(/[\s/()-]+/).some((word) => word.startsWith(sought))) return 1;
    if (label.includes(sought)) return 2;
    return option.synonyms?.some((each) => each.startsWith(sought)) ? 3 : -1;
  };
  return options
    .map((option) => ({ option, at: rank(option) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ option }) => itemOf(option));
}

const itemOf = (option: schema.Option): Item => ({
  key: String(option.code),
  text: option.label,
  tone: option.tone,
});
