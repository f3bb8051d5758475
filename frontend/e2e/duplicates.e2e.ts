import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expectAccessible } from "./accessible";
import type { Cadastre } from "./cadastre";
import { expect, test } from "./test";

/** A catalogue in which Payroll is kept twice, once with a component, and Permits once. */
async function openCatalogue(cadastre: Cadastre, page: Page): Promise<void> {
  const file = join(cadastre.folder, "City.cadastre");
  const systems = join(cadastre.folder, "systems.csv");
  const parts = join(cadastre.folder, "parts.csv");
  await writeFile(
    systems,
    "Name,Abbreviation,URL\nPayroll,,https://pay.example.gov\nPay-Roll,PAY,http://www.pay.example.gov/\nPermits,PER,\n",
  );
  await writeFile(parts, "Name,IT System\nWages database,Pay-Roll\n");
  await cadastre.command("new", file);
  await cadastre.command("import", systems, "--into", file, "--table", "itsystem");
  await cadastre.command("import", parts, "--into", file, "--table", "itsystemcomponent");
  await page.goto(await cadastre.serve(file));
  const navigation = page.locator("#navigation");
  await navigation.getByRole("link", { name: /^IT Systems/ }).click();
  await page.getByText("Permits", { exact: true }).waitFor();
}

test("records that are kept twice are found and merged, with what links to them", async ({
  cadastre,
  page,
}) => {
  await openCatalogue(cadastre, page);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("Find duplicates");
  await page.getByRole("option", { name: "Find duplicates IT Systems" }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Duplicates of IT Systems" }).waitFor();
  await page.getByText("1 likely group, the likeliest first").waitFor();
  await page.getByText("Name is the same · URL is the same").waitFor();

  const merge = page.getByRole("region", { name: "Merge two records" });
  await merge.getByRole("radio", { name: "Payroll", exact: true }).check();
  expect(await merge.getByRole("radio", { name: "Abbreviation: PAY" }).isChecked()).toBe(true);
  await merge.getByRole("radio", { name: "Name: Pay-Roll" }).check();
  await merge.getByText(/links to “Payroll” then: 1 IT System Component/).waitFor();
  await expectAccessible(page);
  await merge.getByRole("button", { name: "Merge into “Payroll”" }).click();
  await page.getByText("No likely duplicates").waitFor();
  await expectAccessible(page);

  await page
    .locator("#navigation")
    .getByRole("link", { name: /^IT System Components/ })
    .click();
  await page.getByText("Wages database").waitFor();
  await page.getByRole("button", { name: /^Undo: / }).click();
  await page
    .locator("#navigation")
    .getByRole("link", { name: /^IT Systems/ })
    .click();
  await page.getByText("Payroll", { exact: true }).waitFor();
  await page.getByText("Pay-Roll", { exact: true }).waitFor();
});

test("two that are alike and not the same are told apart, and not found again", async ({
  cadastre,
  page,
}) => {
  await openCatalogue(cadastre, page);
  await page.goto(page.url().replace("/t/itsystem", "/duplicates/itsystem"));
  await page.getByText("1 likely group, the likeliest first").waitFor();
  await page.getByRole("button", { name: "They are not the same" }).click();
  await page.getByText("No likely duplicates").waitFor();
  await page.getByRole("button", { name: /^Undo: / }).click();
  await page.getByText("1 likely group, the likeliest first").waitFor();
});
