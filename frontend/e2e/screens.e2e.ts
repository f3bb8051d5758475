import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { expectAccessible } from "./accessible";
import { Cadastre } from "./cadastre";
import { Sample } from "./records";
import { expect, test } from "./test";

const frame = resolve(import.meta.dirname, "../src/frame");

/** What stands behind a pattern in a source file of the frame, in the order of the alphabet. */
async function named(file: string, pattern: RegExp): Promise<string[]> {
  const source = await readFile(join(frame, file), "utf8");
  return [...source.matchAll(pattern)].map(([, name = ""]) => name).sort();
}

const list = "#/a/it-system-catalog/t/itsystem";

async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

/** Gives a command by the palette. */
async function give(page: Page, words: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.keyboard.type(words);
  await page.getByRole("option", { name: words }).first().waitFor();
  await page.keyboard.press("Enter");
}

const dialog = (page: Page) => page.getByRole("dialog").or(page.getByRole("alertdialog")).first();

/** Opens something over the page, looks at it, and closes it. */
async function lookAt(page: Page, open: () => Promise<unknown>, shown = dialog(page)) {
  await open();
  await shown.waitFor();
  // What lies below is covered for as long as this is open, and seen by other tests.
  await expectAccessible(page, `[role="${await shown.getAttribute("role")}"]`);
  const cancel = dialog(page).getByRole("button", { name: /^(Cancel|Close|Done|Leave all)$/ });
  if ((await cancel.count()) > 0) await cancel.first().click();
  else await page.keyboard.press("Escape");
  await shown.waitFor({ state: "detached" });
}

test("every route is open to everybody, also one that is added later", {
  timeout: 180_000,
}, async ({ cadastre, page }) => {
  const sample = await Sample.open(page, cadastre);
  const [row] = await sample.find("itsystem", "Air Monitoring");
  const routes: Record<string, string> = {
    "/": "#/",
    "/a/$app/t/$table": list,
    "/a/$app/t/$table/$id": `${list}/${row?.id}`,
    "/a/$app/d/$dashboard": "#/a/it-system-catalog/d/it-system-catalog",
    "/a/$app/duplicates/$table": "#/a/it-system-catalog/duplicates/itsystem",
    "/a/$app/waiting": "#/a/it-system-catalog/waiting",
    "/import": "#/import",
    "/history": "#/history",
    "/settings": "#/settings",
    "/help/$page": "#/help/import",
  };
  expect(Object.keys(routes).sort()).toEqual(await named("router.tsx", /path: "([^"]+)"/g));
  for (const hash of [...Object.values(routes), "#/nowhere", `${list}?q=nothing-has-this`]) {
    await go(page, hash);
    const heading = page.getByRole("heading", { level: 1 });
    await heading.or(page.getByText("There is no such page")).first().waitFor();
    await expectAccessible(page);
  }
});

test("everything that lies over a page is open to everybody, also what is added later", {
  timeout: 400_000,
}, async ({ cadastre, page }) => {
  await page.addInitScript(() => {
    window.print = () => {}; // a browser without a window has no dialog for it
  });
  const sample = await Sample.open(page, cadastre);
  const press = (keys: string) => () => page.keyboard.press(keys);
  const click = (name: string | RegExp) => () => page.getByRole("button", { name }).first().click();
  const menu = page.getByRole("menu").first();
  const overlays: Record<string, () => Promise<unknown>> = {
    palette: () => lookAt(page, press("Control+k")),
    keys: () => lookAt(page, press("?")),
    create: () =>
      lookAt(page, async () => {
        await click("New record")();
        await page.getByRole("menuitem", { name: "IT System", exact: true }).click();
      }),
    backups: () => lookAt(page, () => give(page, "Backups of the catalogue")),
    print: async () => {
      await page.keyboard.press("Control+p");
      await page.locator(".print-sheet").waitFor({ state: "attached" });
      await page.emulateMedia({ media: "print" });
      await expectAccessible(page);
      await page.emulateMedia({ media: "screen" });
      await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
      await page.locator(".print-sheet").waitFor({ state: "detached" });
    },
    "confirm-step": async () => {
      const all = { table: "ittechnology", ids: [], except: [], query: { table: "ittechnology" } };
      const undo = page.getByRole("button", { name: /^(Undo:|Nothing to undo)/ }).first();
      const before = await undo.getAttribute("aria-label");
      await sample.call("Records.SetActive", all, false);
      await expect.poll(() => undo.getAttribute("aria-label")).not.toBe(before);
      await lookAt(page, () => page.keyboard.press("Control+z"));
    },
    "choose-catalogue": async () => {}, // seen in another test, without a catalogue
  };
  expect(Object.keys(overlays).sort()).toEqual(
    [...new Set(await named("overlay.tsx", /kind: "([^"]+)"/g))].sort(),
  );
  await page.locator("[data-row]").first().waitFor();
  await page.locator("h1").click();
  for (const look of Object.values(overlays)) await look();

  await lookAt(page, click("Columns"));
  await lookAt(page, () => give(page, "Save as new view"));
  await lookAt(page, press("Control+Shift+E"));
  await lookAt(page, () => give(page, "Export whole tables"));
  await lookAt(page, () => give(page, "Export a template to fill in"));
  await lookAt(page, click("New record"), menu);
  await lookAt(page, click("More commands"), menu);
});

test("what there is before a catalogue, and one that is only read, are open to everybody", {
  timeout: 180_000,
}, async ({ cadastre, page }) => {
  const file = join(cadastre.folder, "Empty.cadastre");
  await cadastre.command("new", file);
  const other = await Cadastre.create();
  try {
    await other.serve(file);
    await other.call("Catalogue.State"); // it has the file now
    await page.goto(await cadastre.serve(file));
    await page
      .getByText(/open for reading only/)
      .first()
      .waitFor();
    for (const hash of ["#/", list, `${list}/new`, "#/import", "#/history", "#/settings"]) {
      await go(page, hash);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      await expectAccessible(page);
    }
  } finally {
    await other.stop();
  }
  const sheet = join(cadastre.folder, "systems.csv");
  await writeFile(sheet, "Name\nOne\n");
  await give(page, "Close the catalogue");
  await page.getByRole("heading", { level: 1, name: "Cadastre" }).waitFor();
  await expectAccessible(page);
  await cadastre.dropFiles(sheet);
  await lookAt(page, async () => {});
});
