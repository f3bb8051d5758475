import { mkdir, rename, truncate } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expectAccessible } from "./accessible";
import { Cadastre } from "./cadastre";
import { expect, test } from "./test";

const system = "Air Monitoring Data System";

async function openSample(cadastre: Cadastre, page: Page): Promise<string> {
  const file = join(cadastre.folder, "Forests.cadastre");
  await cadastre.command("new", file, "--sample");
  await page.goto(await cadastre.serve(file));
  await page.getByRole("button", { name: system }).waitFor();
  return file;
}

async function give(page: Page, command: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.keyboard.type(command);
  await page.getByRole("option", { name: command }).first().waitFor();
  await page.keyboard.press("Enter");
}

test("the second window reads, follows, and takes over when the first has closed", async ({
  cadastre,
  page,
  browser,
}) => {
  const file = await openSample(cadastre, page);
  const second = await Cadastre.create();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const other = await context.newPage();
  try {
    await other.goto(await second.serve(file));
    await other
      .locator(".standing")
      .getByText(/Forests.*open for reading only.*has it open on/)
      .waitFor();
    const refused = other.getByRole("button", { name: "New", exact: true });
    expect(await refused.getAttribute("aria-disabled")).toBe("true");
    expect(await other.getByRole("grid").getAttribute("aria-readonly")).toBe("true");
    await expectAccessible(other);
    await other.getByRole("button", { name: system }).click();
    const short = other.getByRole("textbox", { name: "Abbreviation" });
    await short.waitFor();
    expect(await short.isEditable()).toBe(false);
    await expectAccessible(other);

    await page.getByRole("button", { name: system }).click();
    await page.getByRole("textbox", { name: "Abbreviation" }).fill("AMX");
    await page.keyboard.press("Control+s");
    await other.waitForFunction(() =>
      [...document.querySelectorAll("input")].some((input) => input.value === "AMX"),
    );
    await cadastre.call("Catalogue.Close");
    await other.getByRole("button", { name: "Start editing" }).click();
    await other
      .locator(".standing")
      .getByText(/open for reading only|any more/)
      .waitFor({ state: "detached" });
    expect(await short.isEditable()).toBe(true);
  } finally {
    await context.close();
    await second.stop();
  }
});

test("a backup is taken by hand and restored by one click; what was there is kept", async ({
  cadastre,
  page,
}) => {
  const file = await openSample(cadastre, page);
  await page.keyboard.press("Control+,");
  await page.getByRole("button", { name: "Back up now" }).click();
  const list = page.getByRole("list", { name: "Backups" });
  await list.getByText(/Taken by hand/).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Undo" }).first().waitFor();

  await cadastre.call("Records.Save", {
    table: "itsystem",
    id: "",
    version: 0,
    values: { name: "Quagga" },
    complete: false,
  });
  await list
    .getByText(/1 change since/)
    .first()
    .waitFor();
  await list
    .getByRole("button", { name: /^Restore/ })
    .first()
    .click();
  await list.getByText(/Before a restore/).waitFor();
  await list.getByText(/holds changes that are not in the catalogue now/).waitFor();
  const found = JSON.parse(
    await cadastre.command("list", file, "itsystem", "--search", "Quagga", "--json"),
  );
  expect(found.total).toBe(0);
});

test("a damaged catalogue offers its backups, and one click opens it again", async ({
  cadastre,
  page,
}) => {
  const file = await openSample(cadastre, page);
  await give(page, "Backups of the catalogue");
  await page.getByRole("button", { name: "Back up now" }).click();
  await page.getByText(/Taken by hand/).waitFor();
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await give(page, "Close the catalogue");
  await page.getByRole("button", { name: /^Forests/ }).waitFor();
  await truncate(file, 5000);
  await page.getByRole("button", { name: /^Forests/ }).click();
  await page.getByRole("dialog", { name: "“Forests” cannot be opened" }).waitFor();
  await expectAccessible(page);
  await page
    .getByRole("button", { name: /^Restore/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Catalogue Forests" }).waitFor();
});

test("a passphrase is set, asked for and removed", async ({ cadastre, page }) => {
  await openSample(cadastre, page);
  await page.keyboard.press("Control+,");
  await page.getByRole("button", { name: "Set a passphrase" }).click();
  const encrypt = page.getByRole("button", { name: "Encrypt the catalogue" });
  await page.getByLabel("New passphrase").fill("correct horse");
  expect(await encrypt.isDisabled()).toBe(true);
  await page.getByLabel("The same again").fill("correct horse");
  await page.getByText(/cannot be recovered/).waitFor();
  await expectAccessible(page);
  await encrypt.click();
  await page.getByText("This catalogue is encrypted").waitFor();

  await give(page, "Close the catalogue");
  await page.getByRole("button", { name: /^Forests/ }).click();
  const asked = page.getByRole("alertdialog", { name: "“Forests” is encrypted" });
  await asked.getByLabel("Passphrase").fill("wrong horse");
  await page.keyboard.press("Enter");
  await asked.getByText(/not the passphrase/).waitFor();
  await expectAccessible(page);
  await asked.getByLabel("Passphrase").fill("correct horse");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: system }).waitFor();

  await page.keyboard.press("Control+,");
  await page.getByRole("button", { name: "Remove the passphrase" }).click();
  await page.getByLabel("Present passphrase").fill("correct horse");
  await page.getByRole("button", { name: "Store it in clear" }).click();
  await page.getByText("This catalogue is not encrypted").waitFor();
});

test("a file that is moved away is told at once, and work goes on in a copy", async ({
  cadastre,
  page,
}) => {
  const file = await openSample(cadastre, page);
  await page.getByRole("button", { name: system }).click();
  const short = page.getByRole("textbox", { name: "Abbreviation" });
  await short.fill("AMX");
  await rename(file, `${file}.moved`);
  await page.keyboard.press("Control+s");
  const save = page.getByRole("button", { name: "Save a copy as…" });
  await save.waitFor();
  await expectAccessible(page);
  await cadastre.answerDialog(join(cadastre.folder, "Kept.cadastre"));
  await save.click();
  await page.getByRole("button", { name: "Catalogue Kept" }).waitFor();
  await save.waitFor({ state: "detached" });
  expect(await short.inputValue()).toBe("AMX");
  await page.keyboard.press("Control+s");
  const kept = () =>
    cadastre.command("show", join(cadastre.folder, "Kept.cadastre"), "itsystem", system, "--json");
  await expect.poll(kept).toContain("AMX");
});

test("a synchronized folder is pointed out once", async ({ cadastre, page }) => {
  const folder = join(cadastre.folder, "OneDrive - Agency");
  await mkdir(folder);
  const file = join(folder, "Shared.cadastre");
  await cadastre.command("new", file, "--sample");
  await page.goto(await cadastre.serve(file));
  await page.getByText(/OneDrive synchronizes/).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Do not say this again/ }).click();
  await page.getByText(/OneDrive synchronizes/).waitFor({ state: "detached" });
  await page.reload();
  await page.getByRole("button", { name: system }).waitFor();
  expect(await page.getByText(/OneDrive synchronizes/).count()).toBe(0);
});
