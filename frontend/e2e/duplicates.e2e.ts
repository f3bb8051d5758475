import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expectAccessible } from "./accessible";
import type { Cadastre } from "./cadastre";
import { expect, test } from "./test";

/** Payroll twice, once with what only it says, and Permits once. */
const two =
  "Name,Abbreviation,URL\nPayroll,,https://pay.example.gov\nPay-Roll,PAY,http://www.pay.example.gov/\nPermits,PER,\n";

/** A catalogue with some systems, and a component of Pay-Roll. */
async function openCatalogue(cadastre: Cadastre, page: Page, rows = two): Promise<void> {
  const file = join(cadastre.folder, "City.cadastre");
  const systems = join(cadastre.folder, "systems.csv");
  const parts = join(cadastre.folder, "parts.csv");
  await writeFile(systems, rows);
  await writeFile(parts, "Name,IT System\nWages database,Pay-Roll\n");
  await cadastre.command("new", file);
  await cadastre.command("import", systems, "--into", file, "--table", "itsystem");
  await cadastre.command("import", parts, "--into", file, "--table", "itsystemcomponent");
  await page.goto(await cadastre.serve(file));
  const navigation = page.locator("#navigation");
  await navigation.getByRole("link", { name: /^IT Systems/ }).click();
  await page.getByText("PER", { exact: true }).waitFor();
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

  const merge = page.getByRole("region", { name: "Merge records" });
  await merge.getByText("It has the most fields filled.").waitFor();
  await merge.getByRole("radio", { name: "“Payroll” stays" }).check();
  await merge
    .getByRole("row", { name: /^Abbreviation the only value/ })
    .getByRole("radio", { name: "Abbreviation of “Pay-Roll”: PAY", checked: true })
    .waitFor();
  await merge.getByRole("radio", { name: "Name of “Pay-Roll”: Pay-Roll" }).check();
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

/** Payroll four times, once as something else, and Permits twice. */
const many = `Name,Abbreviation,URL
Payroll,,https://pay.example.gov
Pay-Roll,PAY,https://pay.example.gov
Pay Roll,,https://pay.example.gov/about
PayRoll,P2,https://pay.example.gov
Permits,PER,
Permit,,
`;

test("a group is merged at once by the keyboard, one left out, and the next is opened", async ({
  cadastre,
  page,
}) => {
  await openCatalogue(cadastre, page, many);
  await page.goto(page.url().replace("/t/itsystem", "/duplicates/itsystem"));
  await page.getByText("2 likely groups, the likeliest first").waitFor();
  const list = page.getByRole("navigation", { name: "Likely duplicates" });
  const merge = page.getByRole("region", { name: "Merge records" });
  await list.getByRole("button", { name: /^4 alike/ }).focus();
  await page.keyboard.press("ArrowDown");
  await merge.getByRole("button", { name: "Merge into “Permits”" }).waitFor();
  await page.keyboard.press("ArrowUp");
  await merge.getByRole("button", { name: /^Merge all 4 into “Pay-Roll”/ }).waitFor();
  await merge.getByRole("checkbox", { name: "“PayRoll” is the same", exact: true }).uncheck();
  await merge.getByRole("button", { name: /^Merge 3 into “Pay-Roll”/ }).waitFor();
  await expectAccessible(page);

  await page.keyboard.press("Control+Enter");
  await page.getByText("1 likely group, the likeliest first").waitFor();
  await page.getByText("2 IT Systems merged into “Pay-Roll”").first().waitFor();
  await merge.getByRole("button", { name: "Merge into “Permits”" }).waitFor();
  const current = list.getByRole("button", { name: /^Permits/ });
  expect(await current.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press("Control+Enter");
  await page.getByText("No likely duplicates").waitFor();

  await page
    .locator(".notice", { hasText: "merged into “Permits”" })
    .getByText("Undo", { exact: true })
    .click();
  await page.getByText("1 likely group, the likeliest first").waitFor();
  await page.getByRole("button", { name: /^Undo: / }).click();
  await list.getByRole("button", { name: /^4 alike/ }).waitFor();
});

test("records that are selected in a list are merged in the same way", async ({
  cadastre,
  page,
}) => {
  await openCatalogue(cadastre, page, many);
  const boxes = page.getByRole("gridcell").getByRole("checkbox");
  for (const at of [0, 1, 2]) await boxes.nth(at).check();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("Merge the selected");
  await page.getByRole("option", { name: /^Merge the selected/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^Merge all 3 into/ }).waitFor();
});

test("a short list that is selected as a whole is merged in the same way", async ({
  cadastre,
  page,
}) => {
  await openCatalogue(cadastre, page);
  await page.getByRole("grid").focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("Merge the selected");
  await page.getByRole("option", { name: /^Merge the selected/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^Merge all 3 into/ }).waitFor();
});
