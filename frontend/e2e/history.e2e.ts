import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expectAccessible } from "./accessible";
import type { Cadastre } from "./cadastre";
import { test } from "./test";

/** A catalogue with three changes: Payroll made, its code set, its code set again. */
async function openHistory(cadastre: Cadastre, page: Page): Promise<void> {
  const file = join(cadastre.folder, "City.cadastre");
  const sheet = join(cadastre.folder, "inventory.csv");
  await writeFile(sheet, "Name,Abbreviation\nPayroll,PAY\nPermits,PER\n");
  await cadastre.command("new", file);
  await cadastre.command("import", sheet, "--into", file, "--table", "itsystem");
  await cadastre.command("set", file, "itsystem", "Payroll", "abbreviation=PR1");
  await cadastre.command("set", file, "itsystem", "Payroll", "abbreviation=PR2");
  await page.goto(await cadastre.serve(file));
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("Control+h");
  await page.getByText("3 changes, the newest first").waitFor();
}

const sets = (page: Page) => page.getByRole("listbox", { name: "Changes" }).getByRole("option");

test("each change shows its records, fields before and after, and the file it came from", async ({
  cadastre,
  page,
}) => {
  await openHistory(cadastre, page);
  const detail = page.locator(".history-detail");
  await detail.getByText("PR1").waitFor();
  await detail.getByText("PR2").waitFor();
  await expectAccessible(page);

  await sets(page).last().click();
  await detail.getByText("inventory.csv").first().waitFor();
  await detail.getByText("2 records created").waitFor();
  await detail.getByText(/row 2$/).waitFor();
  await detail.getByRole("link", { name: "Permits" }).click();
  await page.getByRole("heading", { level: 1, name: /Permits/ }).waitFor();
});

test("an old change is undone alone, and the undo is a change of its own", async ({
  cadastre,
  page,
}) => {
  await openHistory(cadastre, page);
  await page.getByRole("button", { name: "Undo this change" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await page.getByText("4 changes, the newest first").waitFor();
  await page.getByRole("dialog").waitFor({ state: "detached" });

  await page.getByRole("button", { name: /^Redo: / }).click();
  await page.getByText("5 changes, the newest first").waitFor();
  await page.locator(".history-detail").getByText("PR2").waitFor();
});

test("a change that later ones stand on is not undone, and the sentence names the record", async ({
  cadastre,
  page,
}) => {
  await openHistory(cadastre, page);
  await sets(page).nth(1).click();
  await page.getByRole("button", { name: "Undo this change" }).click();
  await page.getByRole("button", { name: "Undo", exact: true }).click();

  const dialog = page.getByRole("alertdialog", { name: "Undo this change?" });
  await dialog.getByText(/cannot be undone.*Payroll/).waitFor();
  await dialog.getByRole("button", { name: "Copy details" }).waitFor();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await page.getByText("3 changes, the newest first").waitFor();
});

test("the arrow keys go through the changes", async ({ cadastre, page }) => {
  await openHistory(cadastre, page);
  await page.getByRole("listbox", { name: "Changes" }).focus();
  await page.keyboard.press("ArrowDown");
  await page.waitForURL(/set=2/);
  await page.keyboard.press("ArrowDown");
  await page.waitForURL(/set=1/);
  await page.getByText("2 records created").waitFor();
});

test("undo and redo at the top say what they will do, also from the keyboard", async ({
  cadastre,
  page,
}) => {
  await openHistory(cadastre, page);
  const undo = page.getByRole("button", { name: /^Undo: / });
  const before = await undo.getAttribute("aria-label");
  await page.keyboard.press("Control+z");
  await page.getByRole("button", { name: before?.replace("Undo", "Redo") ?? "" }).waitFor();
  await page.keyboard.press("Control+y");
  await page.getByRole("button", { name: before ?? "" }).waitFor();
});
