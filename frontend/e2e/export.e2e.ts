import { join } from "node:path";
import type { Page } from "playwright-core";
import { expectAccessible } from "./accessible";
import type { Cadastre } from "./cadastre";
import { expect, test } from "./test";

/** Opens the window on the sample catalogue. */
async function open(page: Page, cadastre: Cadastre): Promise<void> {
  await cadastre.command("new", "Sample.cadastre", "--sample");
  const url = await cadastre.serve(join(cadastre.folder, "Sample.cadastre"));
  await page.goto(`${url}#/import`);
  await page.getByRole("button", { name: "Choose files…" }).waitFor();
}

/** Gives a command by the palette, as any page allows. */
async function give(page: Page, command: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.keyboard.type(command);
  await page.getByRole("option", { name: new RegExp(`^${command}`) }).click();
  await page.getByRole("dialog", { name: "Export" }).waitFor();
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
  await page.getByText("Exported out.xlsx").waitFor();

  await cadastre.dropFiles(path);
  await page.getByText("Nothing would change: the file and the catalogue agree.").waitFor();
  await page.getByRole("tab", { name: /^IT Systems/ }).waitFor();
  await page.getByRole("tab", { name: /^IT Technologies/ }).waitFor();
});

test("a template has the columns and no rows", async ({ cadastre, page }) => {
  await open(page, cadastre);
  await give(page, "Export a template to fill in");
  await page.getByRole("checkbox", { name: "IT Systems", exact: true }).check();
  const path = join(cadastre.folder, "template.xlsx");
  await cadastre.answerDialog(path);
  await page.getByRole("button", { name: "Export a template of 1 table…" }).click();
  await page.getByText("Exported template.xlsx").waitFor();

  await cadastre.dropFiles(path);
  await page.getByText("No rows were found to import.").waitFor();
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
