import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { Sample } from "./records";
import { expect, test } from "./test";

const inventory = "System,Acronym,Criticality\nKite Tracking,KITE,High\nTide Tables,TIDE,Low\n";

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.first().waitFor();
  const focused = page.locator(":focus");
  for (let n = 0; n < 120; n++) {
    if ((await wanted.and(focused).count()) > 0) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the Tab key does not lead to ${wanted}`);
}

async function press(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press("Enter");
}

/** Gives a command, or goes to what has the name, by the palette. */
async function give(page: Page, words: string, option: string | RegExp = words): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.keyboard.type(words);
  await page.getByRole("option", { name: option, selected: true }).waitFor();
  await page.keyboard.press("Enter");
}

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

test("everything that the README tells is done by keyboard alone", { timeout: 180_000 }, async ({
  cadastre,
  page,
}) => {
  await page.addInitScript(() => {
    const used: string[] = [];
    Object.assign(window, { used });
    for (const kind of ["mousedown", "pointerdown", "touchstart", "wheel"])
      addEventListener(kind, ({ type, isTrusted }) => isTrusted && used.push(type), true);
  });
  await page.goto(await cadastre.serve());
  await press(page, button(page, /^Open the sample/));
  await page.locator("[data-row]").first().waitFor();
  const sample = Sample.of(page);
  const system = async (name: string) => (await sample.find("itsystem", name))[0];

  const file = join(cadastre.folder, "our systems.csv");
  await writeFile(file, inventory);
  await cadastre.answerDialog(file);
  await page.keyboard.press("Control+i");
  const choose = button(page, "Choose files…");
  await choose
    .or(button(page, /^Create 2/))
    .first()
    .waitFor();
  if (await choose.isVisible()) await press(page, choose);
  await button(page, "Create 2 IT Systems").waitFor();
  await tabTo(page, page.getByRole("tab", { name: /^(Sheets|Rows|Problems)/, selected: true }));
  const rows = page.getByRole("tab", { name: /^Rows/ });
  for (let n = 0; n < 5 && (await rows.and(page.locator(":focus")).count()) === 0; n++)
    await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("listbox", { name: /rows/i }));
  await page.keyboard.press("ArrowDown");
  await page.getByRole("complementary").getByRole("heading").first().waitFor();
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: "Created 2 IT Systems" }).waitFor();

  await page.keyboard.press("Control+z");
  await expect.poll(() => system("Kite Tracking")).toBeUndefined();
  await expect.poll(() => page.getByRole("button", { name: /^Redo/ }).isEnabled()).toBe(true);
  await page.keyboard.press("Control+y");
  await expect.poll(async () => (await system("Kite Tracking"))?.name).toBe("Kite Tracking");

  await give(page, "IT Systems", /^IT Systems/);
  const grid = page.getByRole("grid", { name: "Active IT Systems" });
  await page.locator("[data-row]").first().waitFor();
  await page.keyboard.press("Control+f");
  await page.keyboard.type("Kite");
  await expect.poll(() => page.locator("[data-row]").count()).toBe(1);
  await tabTo(page, grid);
  const active = page.locator(".grid-active");
  const goTo = async (column: string) => {
    await page.keyboard.press("Control+Home");
    for (let n = 0; n < 30; n++) {
      if ((await active.first().getAttribute("data-column")) === column) return;
      await page.keyboard.press("ArrowRight");
    }
    throw new Error(`the arrow keys do not lead to ${column}`);
  };
  await goTo("abbreviation");
  await page.keyboard.press("F2");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("KT");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await system("Kite"))?.values.abbreviation).toBe("KT");
  await goTo("criticality");
  await page.keyboard.press("F2");
  await page.getByRole("listbox").waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await system("Kite"))?.display.criticality).toBe("Medium");

  await goTo("name");
  await page.keyboard.press("Enter");
  await page.locator(".form").waitFor();
  await tabTo(page, sample.field("Abbreviation"));
  await page.keyboard.press("Control+a");
  await page.keyboard.type("KITE-2");
  await page.keyboard.press("Control+s");
  await sample.status("- Saved");
  expect((await system("Kite"))?.values.abbreviation).toBe("KITE-2");
  await page.keyboard.press("Alt+ArrowLeft");
  await grid.waitFor();

  const book = join(cadastre.folder, "systems.xlsx");
  await page.keyboard.press("Control+Shift+E");
  await page.getByRole("dialog", { name: "Export" }).waitFor();
  await cadastre.answerDialog(book);
  await press(page, button(page, "Export the list…"));
  await page.getByText("Exported systems.xlsx", { exact: true }).waitFor();
  await cadastre.answerDialog(book);
  await page.keyboard.press("Control+i");
  await choose.or(page.getByText("Nothing would change")).first().waitFor();
  if (await choose.isVisible()) await press(page, choose);
  await page.getByText("Nothing would change: the rows and the catalogue agree.").waitFor();

  await give(page, "Air Monitoring Data", /^Air Monitoring Data System/);
  await page.getByRole("heading", { level: 1, name: "Air Monitoring Data System" }).waitFor();
  await page.keyboard.press("Control+Delete");
  const dialog = page.getByRole("alertdialog").or(page.getByRole("dialog"));
  await dialog.getByText(/5 IT System Components/).waitFor();
  await press(page, dialog.getByRole("button", { name: "Delete" }));
  await page.locator(".form").waitFor({ state: "detached" });
  expect(await system("Air Monitoring")).toBeUndefined();
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await system("Air Monitoring"))?.name).toMatch(/^Air/);

  await page.keyboard.press("Control+,");
  await tabTo(page, page.getByRole("radio", { name: "As the system" }));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect
    .poll(() => page.evaluate(() => document.documentElement.style.colorScheme))
    .toBe("dark");
  await page.keyboard.press("F1");
  await press(page, page.getByRole("link", { name: "Hand a spreadsheet back" }));
  await page.getByRole("heading", { level: 1, name: "Hand a spreadsheet back" }).waitFor();
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  await page.keyboard.press("Escape");
  await give(page, "Close the catalogue");
  await page.getByRole("heading", { level: 1, name: "Cadastre" }).waitFor();
  expect(await page.evaluate(() => (window as unknown as { used: string[] }).used)).toEqual([]);
});
