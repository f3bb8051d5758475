import { expectAccessible } from "./accessible";
import { expect, test } from "./test";

test("the page opens over the bridge, in its own font and open to everybody", async ({
  cadastre,
  page,
}) => {
  await page.goto(await cadastre.serve());

  await page.getByRole("heading", { level: 1 }).waitFor();
  const font = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter((face) => face.status === "loaded").map((f) => f.family);
  });
  expect(font.join()).toContain("Inter Variable");
  await expectAccessible(page);
});

test("the page may run its own scripts only, and speak to nobody but the program", async ({
  cadastre,
  page,
}) => {
  await page.goto(await cadastre.serve());
  const policy = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .getAttribute("content");
  const rules = (policy ?? "").split(";").map((rule) => rule.trim().split(" "));
  const allowed = Object.fromEntries(rules.map(([name, ...sources]) => [name, sources.join(" ")]));
  expect(allowed).toEqual({
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data:",
    "font-src": "data:",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
  });
});

test("without the token nothing answers", async ({ cadastre }) => {
  const { origin } = new URL(await cadastre.serve());

  expect((await fetch(origin)).status).toBe(404);
  expect((await fetch(`${origin}/call/Window.Quit`, { method: "POST" })).status).toBe(404);
});

test("the window closes only when nothing is unsaved", async ({ cadastre }) => {
  await cadastre.serve();

  await cadastre.call("Window.SetDirty", true);
  await cadastre.pressClose();
  expect(await cadastre.call("Catalogue.State")).toMatchObject({ open: false });

  await cadastre.call("Window.SetDirty", false);
  await cadastre.pressClose();
  await cadastre.end();
});
