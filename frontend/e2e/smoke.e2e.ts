import { expectAccessible } from "./accessible";
import { expect, test } from "./test";

test("the page opens over the bridge with its own font", async ({ cadastre, page }) => {
  await page.goto(await cadastre.serve());

  await page.getByRole("heading", { name: "Cadastre" }).waitFor();
  expect(await page.evaluate(() => document.fonts.check('16px "Inter Variable"'))).toBe(true);
  await expectAccessible(page);
});

test("without the token nothing answers", async ({ cadastre }) => {
  const { origin } = new URL(await cadastre.serve());

  expect((await fetch(origin)).status).toBe(404);
  expect((await fetch(`${origin}/call/Window.StartFile`, { method: "POST" })).status).toBe(404);
});

test("closing the window asks the page while something is unsaved", async ({ cadastre, page }) => {
  await page.goto(await cadastre.serve());
  const asked = page.evaluate(async () => {
    const asked = new Promise((resolve) => window.runtime.EventsOnce("close-requested", resolve));
    await window.go.shell.Window.SetUnsaved(true);
    return asked;
  });
});
