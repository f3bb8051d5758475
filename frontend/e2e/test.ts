import type { Browser, BrowserContext, Page } from "playwright-core";
import { test as base, expect } from "vitest";
import { launch, watch } from "./browser";
import { Cadastre } from "./cadastre";

interface Fixtures {
  browser: Browser;
  /** A window of the usual size for the pages of all tests, one at a time: opening one takes longer than a page. */
  window: BrowserContext;
  /** The program with a home of its own, stopped and removed after the test. */
  cadastre: Cadastre;
  /** A blank page; each program has an origin of its own. The test fails when something goes wrong in it unnoticed. */
  page: Page;
}

/** vitest's test with a program and a page: open it with page.goto(await cadastre.serve(…)). */
export const test = base.extend<Fixtures>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixtures needed from the pattern
    async ({}, use) => {
      const browser = await launch();
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  window: [
    async ({ browser }, use) => {
      const window = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      await window.newPage(); // keeps it open between two tests
      await use(window);
    },
    { scope: "worker" },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixtures needed from the pattern
  cadastre: async ({}, use) => {
    const cadastre = await Cadastre.create();
    await use(cadastre);
    await cadastre.stop();
  },
  page: async ({ window }, use) => {
    const page = await window.newPage();
    const faults = watch(page);
    await use(page);
    await page.close();
    await window.clearPermissions();
    expect(faults).toEqual([]);
  },
});

export { expect };
