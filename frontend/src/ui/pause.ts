/**
 * How long somebody pauses who has done typing, in ms. What only follows the rows waits for it: it would otherwise
 * meet the next letter, which comes sooner than that also from those who type slowly.
 */
export const pause = 400;
