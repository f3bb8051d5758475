// Takes the README's pictures, light and dark. Run by `go run ./build screenshots`.
import { mkdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { describe } from "vitest";
import type { Cadastre } from "./cadastre";
import { expect, test } from "./test";

const folder = resolve(import.meta.dirname, "../../build/pictures");
const largest = 300_000;

/** What each picture shows: the steps from an open page to the screen. */
const scenes: Record<string, (page: Page, cadastre: Cadastre) => Promise<void>> = {
  welcome: async (page, cadastre) => {
    await page.goto(await cadastre.serve());
    await page.getByRole("heading", { level: 1 }).waitFor();
  },
};

describe.each(["light", "dark"] as const)("%s", (colorScheme) => {
  test.for(Object.entries(scenes))("%s", async ([name, show], { page, cadastre }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await show(page, cadastre);
    await page.evaluate(() => document.fonts.ready);

    await mkdir(folder, { recursive: true });
    const path = join(folder, `${name}-${colorScheme}.png`);
    await page.screenshot({ path, animations: "disabled", caret: "hide" });
    expect((await stat(path)).size, `${path} is too large for a README`).toBeLessThan(largest);
  });
});
