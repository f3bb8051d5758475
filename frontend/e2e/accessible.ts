import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/**
 * Fails with every breach of WCAG 2.2 AA that axe finds in what the page shows now, or a part of it, and
 * with those of colour that it has in the other theme, in which it leaves the page.
 */
export async function expectAccessible(page: Page, within = "html"): Promise<void> {
  // What fades in or out is judged as it stands.
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await breaches(page, within, { values: levels, type: "tag" })).toEqual([]);
  const before = await page.evaluate(() => document.documentElement.style.colorScheme);
  const other = before === "dark" ? "light" : "dark";
  await page.emulateMedia({ colorScheme: other });
  if (await page.evaluate(painted, other)) {
    expect(await breaches(page, within, { values: ofColour, type: "rule" }), other).toEqual([]);
  }
}

/** Less than half of what axe gives as its own source, for as many pages as there are tests. */
const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);
const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const ofColour = ["color-contrast", "link-in-text-block"];

/** Whether the page has taken on a theme; it stays with its own where the person has chosen one. */
async function painted(scheme: string): Promise<boolean> {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  return document.documentElement.style.colorScheme === scheme;
}

/** Waits until nothing moves but what moves without end, or unseen: the clock of a notice stands while it is pointed at. */
export async function still(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const isClock = (effect: AnimationEffect | null) =>
      effect instanceof KeyframeEffect && effect.target?.matches("[data-timer-status]");
    const moving = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
      .filter(({ effect }) => !isClock(effect));
    await Promise.allSettled(moving.map(({ finished }) => finished));
  });
}

async function breaches(page: Page, within: string, runOnly: axe.RunOnly): Promise<string[]> {
  await still(page);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  return page.evaluate(
    async ([selector, only]) => {
      const { axe } = window as unknown as { axe: typeof import("axe-core") };
      // Fluent's focus traps put elements into the page that pass the focus on at once.
      const shown = { include: [[selector]], exclude: [["[data-tabster-dummy]"]] };
      const { violations } = await axe.run(shown, { runOnly: only, resultTypes: ["violations"] });
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map((node) => `${id}: ${help}\n  ${node.html}\n  ${node.failureSummary ?? ""}`),
      );
    },
    [within, runOnly] as const,
  );
}
