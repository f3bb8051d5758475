import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expectAccessible } from "./accessible";
import type { Cadastre } from "./cadastre";
import { Sample } from "./records";
import { expect, test } from "./test";

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { level: 1, name });

/** Opens the page on the sample catalogue, in its first list. */
async function openSample(cadastre: Cadastre, page: Page): Promise<void> {
  const file = join(cadastre.folder, "Forests.cadastre");
  await cadastre.command("new", file, "--sample");
  await page.goto(await cadastre.serve(file));
  await heading(page, "Active IT Systems").waitFor();
}

test("a new catalogue begins at home, with the ways to fill it", async ({ cadastre, page }) => {
  await page.goto(await cadastre.serve());
  await heading(page, "Cadastre").waitFor();
  await page.getByRole("heading", { name: "First time here?" }).waitFor();
  await expectAccessible(page);

  const path = join(cadastre.folder, "Mine.cadastre");
  await cadastre.answerDialog(path);
  await page.getByRole("button", { name: /^New catalogue/ }).click();
  await heading(page, "Mine").waitFor();
  await page.getByRole("button", { name: "Add the first system" }).waitFor();
  await page.getByText(`0 records in ${path}`).waitFor();
  await expectAccessible(page);
});

test("the sample opens in the first list and is left again for the welcome page", async ({
  cadastre,
  page,
}) => {
  await page.goto(await cadastre.serve());
  await page.getByRole("button", { name: /^Open the sample/ }).click();
  await heading(page, "Active IT Systems").waitFor();

  await page.getByRole("button", { name: "Catalogue Sample" }).click();
  await page.getByRole("menuitem", { name: "Close the catalogue" }).click();
  await heading(page, "Cadastre").waitFor();
});

test("a screen begins at its top, however far down the one before was", async ({
  cadastre,
  page,
}) => {
  await openSample(cadastre, page);
  await page.getByRole("link", { name: "Dashboard" }).click();
  await heading(page, "IT System Catalog").waitFor();
  const top = () => page.locator("#page").evaluate((el) => el.scrollTop);
  await page.locator("#page").evaluate((el) => el.scrollTo(0, 400));
  expect(await top()).toBeGreaterThan(100);
  await page.getByRole("button", { name: "Settings" }).click();
  await heading(page, "Settings").waitFor();
  expect(await top()).toBe(0);
});

test("recent catalogues are offered; one that is gone is greyed and can be removed", async ({
  cadastre,
  page,
}) => {
  const path = (name: string) => join(cadastre.folder, `${name}.cadastre`);
  await page.goto(await cadastre.serve());
  await heading(page, "Cadastre").waitFor();
  for (const name of ["Kept", "Gone"]) {
    await cadastre.command("new", path(name));
    await cadastre.dropFiles(path(name));
    await page.getByRole("button", { name: `Catalogue ${name}` }).waitFor();
  }
  await page.keyboard.press("Control+k");
  await page.keyboard.type("close the cat");
  await page.keyboard.press("Enter");
  await rm(path("Gone"));
  await page.reload();

  const line = page.getByRole("button", { name: /^Gone/ });
  await line.waitFor();
  expect(await line.isDisabled()).toBe(true);
  await page.getByText("File not found").waitFor();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Remove Gone from this list" }).click();
  await line.waitFor({ state: "detached" });
  await page.getByRole("button", { name: /^Kept/ }).click();
  await heading(page, "Kept").waitFor();
});

test("a spreadsheet dropped while nothing is open asks for its catalogue and goes to the import", async ({
  cadastre,
  page,
}) => {
  const sheet = join(cadastre.folder, "inventory.csv");
  await writeFile(sheet, "System Name,Acronym\nPayroll,PAY\n");
  await page.goto(await cadastre.serve());
  await heading(page, "Cadastre").waitFor();

  await cadastre.dropFiles(sheet);
  await page.getByRole("dialog", { name: /^Which catalogue/ }).waitFor();
  await expectAccessible(page);
  await cadastre.answerDialog(join(cadastre.folder, "Mine.cadastre"));
  await page.getByRole("button", { name: "A new catalogue" }).click();
  await page.getByText("inventory.csv").first().waitFor();
  await page.waitForURL(/#\/import/);
});

test("a file that is no catalogue is refused in a sentence, and the open one stays", async ({
  cadastre,
  page,
}) => {
  await openSample(cadastre, page);
  const path = join(cadastre.folder, "letter.cadastre");
  await writeFile(path, "Dear Sir or Madam");

  await cadastre.dropFiles(path);
  await page
    .getByText(/letter\.cadastre/)
    .first()
    .waitFor();
  await page.getByRole("button", { name: "Copy details" }).waitFor();
  await page.getByRole("button", { name: "Catalogue Forests" }).waitFor();
});

test("a catalogue that cannot be opened at the start is named, and the program goes on without it", async ({
  cadastre,
  page,
}) => {
  const path = join(cadastre.folder, "Nowhere.cadastre");
  await page.goto(await cadastre.serve(path));
  await page.getByText(/Nowhere\.cadastre/).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Go on without it" }).click();
  await page.getByRole("button", { name: /^Open a catalogue/ }).waitFor();
});

test("the navigation shows the app's lists with their counts, and its other areas", async ({
  cadastre,
  page,
}) => {
  await openSample(cadastre, page);
  const nav = page.getByRole("navigation", { name: "IT System Catalog" });
  const current = nav.locator("[aria-current=page]");
  expect(await current.innerText()).toMatch(/^IT Systems\s+\d+$/);

  await nav.getByRole("link", { name: /^IT Technologies/ }).click();
  await heading(page, "Active IT Technologies").waitFor();
  expect(await current.innerText()).toContain("IT Technologies");

  await nav.getByRole("button", { name: /^Area: Catalog/ }).click();
  await page.getByRole("menuitemradio", { name: "Reference" }).click();
  await nav.getByRole("link", { name: /^Persons/ }).waitFor();

  await page.getByRole("button", { name: /IT System Catalog$/ }).click();
  await page.getByRole("menuitemradio", { name: "IT System Accreditation" }).click();
  await page.getByRole("navigation", { name: "IT System Accreditation" }).waitFor();
});

test("the palette finds a record, opens it, and Recent remembers it", async ({
  cadastre,
  page,
}) => {
  await openSample(cadastre, page);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("payroll and");
  await page.getByRole("option", { name: /^Payroll and Time Reporting IT System$/ }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await heading(page, /Payroll and Time Reporting/).waitFor();

  await page.getByRole("button", { name: "Recent" }).click();
  await page.getByRole("menuitem", { name: /^Payroll and Time Reporting/ }).waitFor();
});

test("the palette finds what stands in other fields, and what is spelled nearly so", async ({
  cadastre,
  page,
}) => {
  await openSample(cadastre, page);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("reporting payrlol");
  await page.getByRole("option", { name: /^Payroll and Time Reporting IT System$/ }).waitFor();
  await page.getByLabel("Find a record, a list or a command").last().fill("hazard pay");
  await page
    .getByRole("option", { name: /Description: .*hazard pay/i })
    .first()
    .waitFor();
  await expectAccessible(page);
});

test("what is typed into the search box is looked for everywhere, also in the list shown", async ({
  cadastre,
  page,
}) => {
  await openSample(cadastre, page);
  await page.getByRole("button", { name: /^Find anything/ }).focus();
  await page.keyboard.type("payroll");
  await page.getByRole("option", { name: /^Payroll and Time Reporting IT System$/ }).waitFor();
  await page.getByRole("option", { name: "IT Systems that contain “payroll”" }).click();

  await page.waitForURL(/q=payroll/);
  await page.getByRole("button", { name: "Payroll and Time Reporting" }).waitFor();
  await page
    .getByRole("button", { name: "Air Monitoring Data System" })
    .waitFor({ state: "detached" });
});

test("the sheet of keys lists what works here; the focus returns to where it was", async ({
  cadastre,
  page,
}) => {
  await openSample(cadastre, page);
  await page.getByRole("link", { name: "Home" }).focus();
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await sheet.getByText("Find a record, a list or a command").waitFor();
  await expectAccessible(page);

  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement?.textContent === "Home");
});

test("theme, density and name are kept, and show again after a reload", async ({
  cadastre,
  page,
}) => {
  await openSample(cadastre, page);
  await page.keyboard.press("Control+,");
  await page.getByRole("radio", { name: "Dark" }).check();
  await page.getByRole("radio", { name: "Compact" }).check();
  const name = page.getByRole("textbox", { name: "Your name" });
  await name.fill("Ada Marsh");
  await name.press("Enter");
  await page.getByRole("button", { name: "You are Ada Marsh" }).waitFor();
  await expectAccessible(page);

  await page.reload();
  await page.getByRole("radio", { name: "Dark" }).waitFor();
  expect(await page.getByRole("radio", { name: "Dark" }).isChecked()).toBe(true);
  const root = page.locator("html");
  expect(await root.getAttribute("data-density")).toBe("compact");
  expect(await root.evaluate((html) => html.style.colorScheme)).toBe("dark");
});

test("undo and redo pressed at once are done one after the other", async ({ cadastre, page }) => {
  const sample = await Sample.open(page, cadastre);
  const [row] = await sample.find("itsystem", "Air Monitoring");
  if (!row) throw new Error("the sample has lost a system");
  const values = { abbreviation: "QUICK" };
  const { id, version } = row;
  await sample.call("Records.Save", { table: "itsystem", id, version, values, complete: false });
  await page.getByText("QUICK", { exact: true }).waitFor();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+y");
  await expect.poll(async () => (await sample.get("itsystem", id)).version).toBe(version + 3);
  expect((await sample.get("itsystem", id)).display.abbreviation).toBe("QUICK");
});

test("the key for an import asks for the files of another while one is on screen", async ({
  cadastre,
  page,
}) => {
  await Sample.open(page, cadastre);
  const files = ["one.csv", "two.csv"].map((name) => join(cadastre.folder, name));
  for (const file of files)
    await writeFile(file, `Name\n${file.includes("one") ? "One" : "Two"}\n`);
  await cadastre.dropFiles(files[0] ?? "");
  await page.getByRole("tab", { name: /^Rows/ }).waitFor();
  await cadastre.answerDialog(files[1] ?? "");
  await page.keyboard.press("Control+i");
  await page.getByText("two.csv").first().waitFor();
});

test("a backup is a catalogue of its own", async ({ cadastre, page }) => {
  await openSample(cadastre, page);
  const folder = join(cadastre.folder, "backups");
  await mkdir(folder);
  const copy = join(folder, "Copy.cadastre");
  await cadastre.answerDialog(copy);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("back up");
  await page.keyboard.press("Enter");

  await page.getByText("The catalogue is backed up", { exact: true }).waitFor();
  const list = JSON.parse(await cadastre.command("list", copy, "itsystem", "--json"));
  expect(list.total).toBeGreaterThan(50);
});

test("a record that is not saved is asked about before it is left, and before the window closes", async ({
  cadastre,
  page,
}) => {
  await openSample(cadastre, page);
  await page.getByRole("button", { name: "Air Monitoring Data System" }).click();
  const name = page.getByRole("textbox", { name: "Abbreviation" });
  await name.fill("AMX");
  await page.getByRole("link", { name: "Home" }).click();
  await page.getByRole("button", { name: "Keep editing" }).click();
  expect(await name.inputValue()).toBe("AMX");

  await cadastre.pressClose();
  await page.getByText("Your changes are not saved yet").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Keep editing" }).click();
  expect(cadastre.ended).toBe(false);

  await page.getByRole("link", { name: "Home" }).click();
  await page.getByRole("button", { name: "Save and leave" }).click();
  await heading(page, "Forests").waitFor();
  await page.getByRole("link", { name: "Air Monitoring Data System" }).first().click();
  await heading(page, /Air Monitoring Data System/).waitFor();
  expect(await name.inputValue()).toBe("AMX");
});
