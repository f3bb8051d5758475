/** What part of their sum each number is, in whole percents that add up to 100. */
export function shares(values: readonly number[]): number[] {
  const whole = values.reduce((sum, value) => sum + value, 0);
  if (whole <= 0) return values.map(() => 0);
  const exact = values.map((value) => (100 * value) / whole);
  const out = exact.map(Math.floor);
  const rest = (i: number) => (exact[i] ?? 0) - (out[i] ?? 0);
  const order = exact.map((_, i) => i).sort((a, b) => rest(b) - rest(a));
  const left = 100 - out.reduce((sum, value) => sum + value, 0);
  for (const i of order.slice(0, left)) out[i] = (out[i] ?? 0) + 1;
  return out;
}
