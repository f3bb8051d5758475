/** What part of their sum each number is, in percents rounded one by one: equal numbers read equal, as in Excel. */
export function shares(values: readonly number[]): number[] {
  const whole = values.reduce((sum, value) => sum + value, 0);
  return values.map((value) => (whole > 0 ? Math.round((100 * value) / whole) : 0));
}
