import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expectAccessible, still } from "./accessible";
import type { Cadastre } from "./cadastre";
import { expect, test } from "./test";

/** Opens the window on the sample catalogue. */
async function open(page: Page, cadastre: Cadastre): Promise<void> {
  await cadastre.command("new", "Sample.cadastre", "--sample");
  const url = await cadastre.serve(join(cadastre.folder, "Sample.cadastre"));
  await page.goto(`${url}#/import`);
  await page.getByRole("button", { name: "Choose files…" }).waitFor();
}

/** Gives a command by the palette, as any page allows, which opens a dialog. */
async function give(page: Page, command: string, dialog = "Export"): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.keyboard.type(command);
  await page.getByRole("option", { name: new RegExp(`^${command}`) }).click();
  await page.getByRole("dialog", { name: dialog }).waitFor();
}

test("whole tables go into a workbook that comes back without a change", async ({
  cadastre,
  page,
}) => {
  await open(page, cadastre);
  await give(page, "Export whole tables");
  await expectAccessible(page);
  await page.getByRole("checkbox", { name: "IT Systems", exact: true }).check();
  await page.getByRole("checkbox", { name: "IT Technologies", exact: true }).check();

  const path = join(cadastre.folder, "out.xlsx");
  await cadastre.answerDialog(path);
  await page.getByRole("button", { name: "Export 2 tables…" }).click();
  await page.getByText("Exported out.xlsx", { exact: true }).waitFor();

  await cadastre.dropFiles(path);
  await page.getByText("Nothing would change: the rows and the catalogue agree.").waitFor();
  await page.getByRole("tab", { name: /^IT Systems/ }).waitFor();
  await page.getByRole("tab", { name: /^IT Technologies/ }).waitFor();
});

test("a template has the columns, and an example that is left out", async ({ cadastre, page }) => {
  await open(page, cadastre);
  await give(page, "Export a template to fill in");
  await page.getByRole("checkbox", { name: "IT Systems", exact: true }).check();
  const path = join(cadastre.folder, "template.xlsx");
  await cadastre.answerDialog(path);
  await page.getByRole("button", { name: "Export a template…" }).click();
  await page.getByText("Exported template.xlsx", { exact: true }).waitFor();

  await cadastre.dropFiles(path);
  await page.getByRole("tab", { name: /^Notes/ }).click();
  await page
    .getByText(/the example of the template and is left out/)
    .first()
    .waitFor();
  await page.getByRole("tab", { name: /^Sheets/ }).click();
  await page.getByRole("button", { name: /^“Name” .* goes into: Name/ }).waitFor();
});

test("what cannot be exported says why, and choosing no place leaves everything", async ({
  cadastre,
  page,
}) => {
  await open(page, cadastre);
  await give(page, "Export whole tables");
  await page.getByText("Pick at least one table.").waitFor();
  await page.getByRole("button", { name: "All with records" }).click();
  await page.getByRole("radio", { name: "CSV" }).check();
  await page.getByText("A CSV file holds one table. Pick one, or export a workbook.").waitFor();

  await page.getByRole("radio", { name: /^Excel workbook/ }).check();
  await cadastre.answerDialog();
  await page.getByRole("button", { name: /^Export \d+ tables…/ }).click();
  await page.getByRole("button", { name: /^Export \d+ tables…/ }).waitFor();
  expect((await cadastre.asked()).at(-1)?.kind).toBe("save");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
});

test("no choice moves what stands below or beside it", async ({ cadastre, page }) => {
  await open(page, cadastre);
  await page.evaluate(() => {
    location.hash = "#/a/it-system-catalog/t/itsystem";
  });
  await page.getByRole("gridcell").first().waitFor();
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const places = async () =>
    JSON.stringify([
      await page.getByRole("dialog").boundingBox(),
      await page.getByText("Form", { exact: true }).boundingBox(),
      await page.getByRole("button", { name: "Cancel" }).boundingBox(),
    ]);
  await page.getByRole("radio", { name: /as it is now/ }).check();
  await still(page);
  const before = await places();
  for (const choice of ["Power Apps package", "Whole tables", "CSV", /^The \d+ of/, /^All \d+/]) {
    if (choice instanceof RegExp) await page.getByRole("radio", { name: /as it is now/ }).check();
    await page.getByRole("radio", { name: choice }).check();
    expect(await places(), String(choice)).toBe(before);
  }
});

test("a list is exported as it is filtered, with its columns or with all", async ({
  cadastre,
  page,
}) => {
  await open(page, cadastre);
  await page.evaluate(() => {
    location.hash = "#/a/it-system-catalog/t/itsystem?q=payroll";
  });
  const shown = page.getByRole("grid").first();
  await shown
    .getByText(/payroll/i)
    .first()
    .waitFor();
  const exported = async (name: string, columns: RegExp, what = /as it is now, \d+ rows?$/) => {
    await page.getByRole("button", { name: "Export", exact: true }).click();
    await page.getByRole("radio", { name: what }).check();
    await page.getByRole("radio", { name: columns }).check();
    await page.getByRole("radio", { name: "CSV" }).check();
    await cadastre.answerDialog(join(cadastre.folder, name));
    await page.getByRole("button", { name: /^Export the (list|selected rows)…$/ }).click();
    await page.getByText(`Exported ${name}`, { exact: true }).waitFor();
    return (await readFile(join(cadastre.folder, name), "utf8")).trim().split("\r\n");
  };

  const few = await exported("few.csv", /^The \d+ of the list$/);
  const all = await exported("all.csv", /^All \d+$/);
  expect(few.length).toBe(all.length);
  expect(few.slice(1).every((line) => /payroll/i.test(line))).toBe(true);
  expect(few[0]?.split(",").length).toBeLessThan(all[0]?.split(",").length ?? 0);

  const boxes = shown.getByRole("gridcell").getByRole("checkbox");
  await boxes.first().check();
  const one = await exported("one.csv", /^The \d+ of the list$/, /^Only the selected row$/);
  expect(one).toEqual(few.slice(0, 2));
});

test("a package comes back without a change, and names what the starter kit has no place for", async ({
  cadastre,
  page,
}) => {
  await open(page, cadastre);
  await give(page, "Export whole tables");
  await page.getByRole("button", { name: "All with records" }).click();
  await page.getByRole("radio", { name: "Power Apps package" }).check();
  const path = join(cadastre.folder, "all.zip");
  await cadastre.answerDialog(path);
  await page.getByRole("button", { name: /^Export \d+ tables…/ }).click();
  await page.getByText("Exported all.zip", { exact: true }).waitFor();
  await cadastre.dropFiles(path);
  await page.getByText("Nothing would change: the rows and the catalogue agree.").waitFor();

  await give(page, "Export whole tables");
  await page.getByRole("button", { name: "All with records" }).click();
  await page.getByRole("radio", { name: "Power Apps package" }).check();
  await page.getByRole("checkbox", { name: /starter kit/ }).check();
  await cadastre.answerDialog(join(cadastre.folder, "kit.zip"));
  await page.getByRole("button", { name: /^Export \d+ tables…/ }).click();
  await page.getByText(/no table for IT System Technologies: \d+ records stay out/).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
});

test("a workbook that Power Apps has not exported is not filled in, and says why", async ({
  cadastre,
  page,
}) => {
  await open(page, cadastre);
  const own = join(cadastre.folder, "own.xlsx");
  await cadastre.command("export", "Sample.cadastre", own, "--table", "itsystem");
  await give(page, "Fill in a Power Apps workbook", "Fill in a Power Apps workbook");
  await expectAccessible(page);
  await cadastre.answerDialog(own);
  await cadastre.answerDialog(join(cadastre.folder, "filled.xlsx"));
  await page.getByRole("button", { name: "Choose the workbook…" }).click();
  await page.getByText(/own\.xlsx was not exported by Power Apps/).waitFor();
});
