// Calm colours that also people who see fewer of them tell apart; red only for what needs attention. Each stands
// out from its ground by 3 to 1 or more.
import { useSyncExternalStore } from "react";
import type { insight } from "../api";

export interface Colours {
  /** Values with no meaning to the eye take these one after the other. */
  plain: string[];
  tones: Record<string, string>;
  text: string;
  quiet: string;
  line: string;
  ground: string;
}

export const light: Colours = {
  plain: ["#17758a", "#6f86c6", "#7d9440", "#a5608f", "#5b6770", "#4598ab", "#8d6e53", "#39578a"],
  tones: { good: "#2d8f7f", warning: "#c27f0e", attention: "#c4314b", muted: "#8a9299" },
  text: "#242424",
  quiet: "#616161",
  line: "#e0e0e0",
  ground: "#ffffff",
};

export const dark: Colours = {
  plain: ["#4fb0c6", "#93a7e0", "#a3ba62", "#cf8fbb", "#a3b0b9", "#7fd0e0", "#c09f82", "#7a98cc"],
  tones: { good: "#5fb9a8", warning: "#dba544", attention: "#e8707a", muted: "#8a9299" },
  text: "#ffffff",
  quiet: "#adadad",
  line: "#3d3d3d",
  ground: "#292929",
};

/**
 * The colours of parts: of their tone; else a choice has the one of its place among all choices, in every
 * catalogue the same, and others take one after the other. No two look the same: a later part takes the next.
 */
export function coloursOf(parts: insight.Part[], colours: Colours): string[] {
  const { plain, tones } = colours;
  const taken = new Set(parts.map(({ tone }) => tones[tone]));
  let next = 0;
  const painted = parts.map(({ tone, place }) => {
    if (tones[tone]) return tones[tone];
    const paint = freeFrom(place > 0 ? place - 1 : next++, plain, taken);
    taken.add(paint);
    return paint;
  });
  const { muted } = colours.tones;
  // Two that mean nothing to the eye may stand side by side: retired, and not set.
  return painted.map((paint, i) =>
    paint === muted && painted.indexOf(muted) < i ? colours.quiet : paint,
  );
}

function freeFrom(at: number, plain: string[], taken: Set<string | undefined>): string {
  const round = plain.map((_, i) => plain[(at + i) % plain.length] as string);
  return round.find((paint) => !taken.has(paint)) ?? (round[0] as string);
}

const root = document.documentElement;

function onScheme(notify: () => void): () => void {
  const observer = new MutationObserver(notify);
  observer.observe(root, { attributes: true, attributeFilter: ["style"] });
  return () => observer.disconnect();
}

/** The colours of the theme that is shown. */
export function useColours(): Colours {
  return useSyncExternalStore(onScheme, () => (root.style.colorScheme === "dark" ? dark : light));
}
