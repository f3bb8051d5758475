import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expectAccessible } from "./accessible";
import type { Cadastre } from "./cadastre";
import { expect, test } from "./test";

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

test("an import is listed, shows what came later, and is undone beside it or over it", async ({
  cadastre,
  page,
}) => {
  await openHistory(cadastre, page);
  await page.getByRole("tab", { name: "Imports" }).click();
  const imports = page.getByRole("listbox", { name: "Imports" }).getByRole("option");
  await imports.getByText("2 records created").waitFor();
  await page.getByText("1 import, the newest first").waitFor();
  await page.getByRole("button", { name: "Undo this change" }).click();

  const dialog = page.getByRole("alertdialog", { name: "Undo this change?" });
  const held = dialog.getByRole("region", { name: "Later changes in the way" });
  await held.getByText("Payroll", { exact: true }).waitFor();
  await held.getByText(/it has been changed since: .*Payroll/).waitFor();
  await dialog.getByRole("button", { name: "Undo the other 1" }).waitFor();
  await expectAccessible(page);
  await dialog.getByRole("checkbox", { name: /Take these back too/ }).check();
  await dialog.getByText("This deletes 2 records that it created").waitFor();
  await dialog.getByRole("button", { name: "Undo", exact: true }).click();
  await page.getByText("No value in the catalogue is from it now.").waitFor();
});

test("one record of an import is undone alone, and back by the notice; its line says so", async ({
  cadastre,
  page,
}) => {
  await openHistory(cadastre, page);
  const detail = page.locator(".history-detail");
  const undo = page.getByRole("button", { name: "Undo", exact: true });
  const undoPermits = async () => {
    await sets(page).last().click();
    await page.getByRole("button", { name: "Undo this for Permits alone" }).click();
    const dialog = page.getByRole("alertdialog", { name: "Undo this for “Permits”?" });
    await dialog.getByRole("button", { name: "Undo", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
  };
  await undoPermits();
  await undo.click(); // in the notice
  await page.getByText("5 changes, the newest first").waitFor();

  await sets(page).last().click();
  const permits = detail.getByRole("article").filter({ hasText: "Permits" });
  const height = (await permits.boundingBox())?.height;
  await undoPermits();
  await page.getByText("6 changes, the newest first").waitFor();
  await sets(page)
    .first()
    .getByText(/“Permits” taken back/)
    .waitFor();
  await permits.getByText(/^taken back/).waitFor();
  expect((await permits.boundingBox())?.height).toBe(height);
  await expectAccessible(page);
});

test("a value says which row it came from, and a list is asked for it", async ({
  cadastre,
  page,
}) => {
  await openHistory(cadastre, page);
  await sets(page).last().click();
  await page.getByRole("link", { name: "2 IT Systems" }).click();
  await page
    .getByRole("list", { name: "Conditions" })
    .getByText(/^Any value came from inventory\.csv/)
    .waitFor();
  const name = page.getByRole("gridcell", { name: "Payroll", exact: true });
  await name.hover();
  await expect.poll(() => name.getAttribute("title")).toMatch(/^From inventory\.csv, row 2, /);
  await page.getByRole("gridcell", { name: "PR2", exact: true }).hover();
  expect(await name.getAttribute("title")).toBeNull();
  await page.getByText("Payroll", { exact: true }).click();

  await page.getByRole("textbox", { name: "Name" }).focus();
  const line = page.locator(".form-source");
  await line.getByText(/^From inventory\.csv, row 2, /).waitFor();
  await page.getByText("Abbreviation", { exact: true }).hover();
  await line.getByText(/^Given by a command, /).waitFor();
  await expectAccessible(page);
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

test("the list points to the chosen change once its line is there", async ({ cadastre, page }) => {
  let read = () => {};
  const asked = new Promise<void>((resolve) => {
    read = resolve;
  });
  await page.route("**/call/History.List", async (route) => {
    if (route.request().postData() !== "[0,1]") await asked;
    await route.continue();
  });
  await openHistory(cadastre, page);
  const list = page.getByRole("listbox", { name: "Changes" });
  await list.waitFor();
  expect(await list.getAttribute("aria-activedescendant")).toBeNull();
  read();
  const id = await list.getByRole("option", { selected: true }).getAttribute("id");
  expect(await list.getAttribute("aria-activedescendant")).toBe(id);
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
