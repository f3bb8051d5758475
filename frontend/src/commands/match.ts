/**
 * How well a text answers to what was typed: 0 not at all. Each word typed must begin
 * a word of the text, or else stand somewhere in it; nearer the front counts more.
 */
export function score(text: string, typed: string): number {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const target = text.toLowerCase();
  let total = 1;
  for (const word of words) {
    const points = scoreWord(target, word);
    if (points === 0) return 0;
    total += points;
  }
  return total;
}

const atStart = 100;
const atWord = 60;
const inside = 10;

function scoreWord(target: string, word: string): number {
  if (target.startsWith(word)) return atStart;
  const starts = target.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word));
  if (starts) return atWord;
  return target.includes(word) ? inside : 0;
}

/** The items that answer to what was typed, the best first; all in their order when nothing was. */
export function best<T>(items: readonly T[], typed: string, textOf: (item: T) => string): T[] {
  if (typed.trim() === "") return [...items];
  return items
    .map((item) => ({ item, points: score(textOf(item), typed) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ item }) => item);
}
