import type { Browser, Page } from "playwright-core";
import { test as base, expect } from "vitest";
import { launch, watch } from "./browser";
import { Cadastre } from "./cadastre";

interface Fixtures {
  browser: Browser;
  /** The program with a home of its own, stopped and removed after the test. */
  cadastre: Cadastre;
  /** A blank page of the window's usual size. The test fails when something goes wrong in it unnoticed. */
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
    { scope: "file" },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixtures needed from the pattern
  cadastre: async ({}, use) => {
    const cadastre = await Cadastre.create();
    await use(cadastre);
    await cadastre.stop();
  },
  page: async ({ browser }, use) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const faults = watch(page);
    await use(page);
    await context.close();
    expect(faults).toEqual([]);
  },
});

export { expect };
