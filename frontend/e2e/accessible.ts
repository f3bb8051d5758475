import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Fails with every breach of WCAG 2.2 AA that axe finds in what the page shows now. */
export async function expectAccessible(page: Page): Promise<void> {
  // What fades in or out is judged as it stands.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.evaluate(async () => {
    const moving = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(moving.map(({ finished }) => finished));
  });
  await page.evaluate(axe.source);
  const breaches = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    // Fluent's focus traps put elements into the page that pass the focus on at once.
    const page = { include: [["html"]], exclude: [["[data-tabster-dummy]"]] };
    const { violations } = await axe.run(page, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}\n  ${node.html}\n  ${node.failureSummary ?? ""}`),
    );
  });
  expect(breaches).toEqual([]);
}
