import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expectAccessible } from "./accessible";
import { Sample } from "./records";
import { expect, test } from "./test";

const go = (page: Page, address: string) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, address);

test("dates are read and typed as chosen, at once and after a reload; files are not written so", async ({
  cadastre,
  page,
}) => {
  const sample = await Sample.open(page, cadastre);
  const before = await sample.showFirst("itsystem", "Air Monitoring");
  const [year, month, day] = String(before.values.nextreviewdate).split("-");
  expect(await sample.field("Next Review Date").inputValue()).toBe(`${year}-${month}-${day}`);

  await page.keyboard.press("Control+,");
  await page.getByLabel("Dates and numbers").selectOption({ label: "German (Germany)" });
  await page
    .getByText(/For instance 31\.12\.2026 14:30, 09\.03\.2026, 12\.345,5, 60\.000/)
    .waitFor();
  await page.getByLabel("Weeks begin on").selectOption({ label: "Sunday" });
  await expectAccessible(page);
  await page.reload();

  await sample.show("itsystem", before.id);
  await expect
    .poll(() => sample.field("Next Review Date").inputValue())
    .toBe(`${day}.${month}.${year}`);
  await sample.field("Next Review Date").fill("4.3.2031");
  await page.keyboard.press("Alt+ArrowDown");
  const head = page.getByRole("grid", { name: "Next Review Date" }).getByRole("columnheader");
  expect(await head.first().getAttribute("abbr")).toBe("Sunday");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+S");
  await sample.status("- Saved");
  expect((await sample.get("itsystem", before.id)).values.nextreviewdate).toBe("2031-03-04");

  await page.keyboard.press("Control+H");
  await page.getByText("04.03.2031").first().waitFor();
  await go(page, "#/a/it-system-catalog/t/itsystem?q=Air+Monitoring");
  await page.getByRole("gridcell", { name: "04.03.2031" }).waitFor();
});

test("a list is printed whole, and a record with what belongs to it, in black on white", async ({
  cadastre,
  page,
}) => {
  await page.addInitScript(() => {
    window.print = () => {}; // a browser without a window has no dialog for it
  });
  const sample = await Sample.open(page, cadastre);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.locator("[data-row]").first().waitFor();
  await page.keyboard.press("Control+P");
  const sheet = page.locator(".print-sheet");
  await sheet.waitFor({ state: "attached" });
  expect(await sheet.isVisible()).toBe(false);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  expect(await sheet.isVisible()).toBe(true);
  expect(await page.getByRole("navigation").isVisible()).toBe(false);
  expect(await sheet.locator("tbody tr").count()).toBe(65);
  expect(await sheet.evaluate((e) => getComputedStyle(e).color)).toBe("rgb(0, 0, 0)");
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
    "rgb(255, 255, 255)",
  );
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await sheet.waitFor({ state: "detached" });

  const { name } = await sample.showFirst("itsystem", "Air Monitoring");
  await page.keyboard.press("Control+P");
  await sheet.waitFor({ state: "attached" });
  await page.emulateMedia({ media: "print" });
  await sheet.getByRole("heading", { level: 1, name }).waitFor();
  await sheet.getByText("Next Review Date").waitFor();
  expect(await sheet.locator("tbody tr").count()).toBeGreaterThan(0);
});

test("the first steps lead from nothing to a spreadsheet, can be put away and come again", async ({
  cadastre,
  page,
}) => {
  await page.goto(await cadastre.serve());
  await cadastre.answerDialog(join(cadastre.folder, "Mine.cadastre"));
  await page.getByRole("button", { name: "Choose where it goes…" }).click();
  await page.getByText("Make a catalogue (done)").waitFor();
  await expectAccessible(page);

  const sheet = join(cadastre.folder, "it systems.csv");
  await writeFile(
    sheet,
    "Name,Criticality,Lifecycle Stage\nOne system,High,Production\nAnother,Low,Production\n",
  );
  await cadastre.answerDialog(sheet);
  await page.getByRole("button", { name: "Choose the spreadsheet…" }).click();
  const choose = page.getByRole("button", { name: /^Choose files/ });
  await choose
    .or(page.getByRole("button", { name: /^(Create|Apply)/ }))
    .first()
    .waitFor();
  if (await choose.isVisible()) await choose.click();
  await page.getByRole("button", { name: /^(Create|Apply)/ }).click();
  await page.getByRole("link", { name: "Home" }).click();
  await page.getByText("Bring in your spreadsheet (done)").waitFor();

  await page.getByRole("button", { name: "Put the first steps away" }).click();
  await page.getByText("First time here?").waitFor({ state: "detached" });
  await page.keyboard.press("F1");
  await page.getByRole("button", { name: "Show me the first steps" }).click();
  await page.getByText("First time here?").waitFor();
});

test("an empty catalogue says on every page what to do next", async ({ cadastre, page }) => {
  const file = join(cadastre.folder, "Empty.cadastre");
  await cadastre.command("new", file);
  await page.goto(await cadastre.serve(file));
  await page.locator("#navigation").waitFor();
  const model = await cadastre.call("Model.Get");
  const { apps } = model as { apps: { key: string; areas: Area[] }[] };
  for (const app of apps) {
    for (const group of app.areas.flatMap(({ groups }) => groups)) {
      for (const table of group.tables) {
        await go(page, `#/a/${app.key}/t/${table}`);
        await page
          .locator(".empty-state")
          .getByRole("button", { name: "Import a spreadsheet" })
          .waitFor();
      }
      for (const dashboard of group.dashboards ?? []) {
        await go(page, `#/a/${app.key}/d/${dashboard}`);
        await page.locator(".dashboard .empty-state").first().waitFor();
        await expectAccessible(page);
      }
    }
    for (const screen of [`a/${app.key}/waiting`, `a/${app.key}/duplicates/itsystem`, "history"]) {
      await go(page, `#/${screen}`);
      await page.locator("#page").getByRole("heading").first().waitFor();
      expect(await page.getByText("This page could not be shown").count()).toBe(0);
    }
  }
});

interface Area {
  groups: { tables: string[]; dashboards?: string[] }[];
}
