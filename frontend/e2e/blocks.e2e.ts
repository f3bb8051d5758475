import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { parseTable } from "../src/grid/tsv";
import { expectAccessible } from "./accessible";
import type { Cadastre } from "./cadastre";
import { type Row, Sample, slideTo } from "./records";
import { expect, test } from "./test";

/** What LibreOffice Calc copies of 200 rows: choices, names, dates with the day first, cells of two lines. */
const copied = join(import.meta.dirname, "calc-block.tsv");
const fields = [
  ...["abbreviation", "criticality", "vendor"],
  ...["nextreviewdate", "containspii", "dependenciessummary"],
];
const rows = 200;
const begins = { attribute: "name", operator: "begins-with", values: ["Block "] };

const grid = (page: Page) => page.getByRole("grid", { name: "Active IT Systems" });
const cell = (page: Page, row: number, column: string) =>
  grid(page).locator(`[data-row="${row}"] > [data-column="${column}"]`);

/** A list of 200 systems that have nothing but a name. */
async function open(page: Page, cadastre: Cadastre): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const csv = join(cadastre.folder, "systems.csv");
  const names = Array.from({ length: rows }, (_, i) => `Block ${String(i + 1).padStart(3, "0")}`);
  await writeFile(csv, `Name\n${names.join("\n")}\n`);
  await cadastre.command("new", "Block.cadastre", "--sample");
  await cadastre.command("import", csv, "--into", "Block.cadastre", "--table", "itsystem");
  const search = new URLSearchParams({
    columns: JSON.stringify(["name", ...fields]),
    filter: JSON.stringify({ conditions: [begins] }),
  });
  const url = await cadastre.serve(join(cadastre.folder, "Block.cadastre"));
  await page.goto(`${url}#/a/it-system-catalog/t/itsystem?${search}`);
  await page.getByText("Rows: 200").waitFor();
}

/** Expects one thing of the top bar to stand after another, and both within the bar. */
async function expectBeside(page: Page, later: string, sooner: string): Promise<void> {
  const [bar, after, before] = await Promise.all(
    ["#top-bar", later, sooner].map((which) => page.locator(which).boundingBox()),
  );
  if (!bar || !after || !before) throw new Error("it is not shown");
  expect(after.x).toBeGreaterThanOrEqual(before.x + before.width);
  expect(after.y + after.height).toBeLessThanOrEqual(bar.y + bar.height);
}

/** Presses the keys that paste, with a text on the clipboard. */
async function paste(page: Page, text: string): Promise<void> {
  await pasteForms(page, { "text/plain": text });
}

/** Presses the keys that paste, with the same cells in several forms on the clipboard. */
async function pasteForms(page: Page, forms: Record<string, string>): Promise<void> {
  await page.evaluate((all) => navigator.clipboard.write([new ClipboardItem(all)]), forms);
  await page.keyboard.press("Control+V");
}

/** Cells as Calc copies them as a page. */
function pageOf(lines: string[][]): string {
  const date = /^\d\d\.\d\d\.\d{4}$/;
  const tag = (text: string) =>
    date.test(text) ? 'td align="right" sdval="1" sdnum="1033;1031;DD.MM.YYYY"' : 'td align="left"';
  const cellOf = (text: string) =>
    `\t\t<${tag(text)}>${text.replaceAll("&", "&amp;").replaceAll("\n", "<br>") || "<br>"}</td>\n`;
  const rows = lines.map((line) => `\t<tr>\n${line.map(cellOf).join("")}\t</tr>\n`);
  return `<html><body><table cellspacing="0" border="0">\n${rows.join("")}</table></body></html>`;
}

/** The cells of the page on the clipboard, dates as the days that a spreadsheet counts. */
function copiedPage(page: Page): Promise<string[][]> {
  return page.evaluate(async () => {
    const read = navigator.clipboard.read as (how: object) => Promise<ClipboardItem[]>;
    const [item] = await read.call(navigator.clipboard, { unsanitized: ["text/html"] });
    const html = (await (await item?.getType("text/html"))?.text()) ?? "";
    const lines = new DOMParser().parseFromString(html, "text/html").querySelectorAll("tr");
    const textOf = (cell: Element) => cell.getAttribute("sdval") ?? cell.textContent ?? "";
    return [...lines].map((line) => [...line.querySelectorAll("td")].map(textOf));
  });
}

async function undo(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Undo: / }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Undo" }).click();
}

async function shown(cadastre: Cadastre): Promise<string[][]> {
  const query = {
    table: "itsystem",
    view: "",
    columns: fields,
    filter: {},
    search: "Block",
    offset: 0,
  };
  const order = [{ attribute: "name", descending: false }];
  const page = (await cadastre.call("Records.Page", { ...query, order, limit: 1000 })) as {
    rows: Row[];
  };
  const own = page.rows.filter(({ name }) => name.startsWith("Block "));
  return own.map(({ display }) => fields.map((key) => display[key] ?? ""));
}

test("a block of 200 × 6 cells comes from Calc, goes back, and is undone as one", async ({
  cadastre,
  page,
}) => {
  await open(page, cadastre);
  const before = await shown(cadastre);
  const text = await readFile(copied, "utf8");
  const html = pageOf(parseTable(text));
  const isoOf = (date = "") => date.split(".").reverse().join("-");
  const wanted = parseTable(text).map((line) => line.with(3, isoOf(line[3])));
  const both: Record<string, string>[] = [
    { "text/html": html },
    { "text/plain": text, "text/html": html },
  ];
  for (const forms of both) {
    await cell(page, 0, "abbreviation").click();
    await pasteForms(page, forms);
    await expect.poll(() => shown(cadastre), { timeout: 15_000 }).toEqual(wanted);
    await undo(page);
    await expect.poll(() => shown(cadastre)).toEqual(before);
  }
  await cell(page, 0, "abbreviation").click();
  await paste(page, text);
  await page.getByText("cells in 200 IT Systems pasted").first().waitFor();
  await expect.poll(() => shown(cadastre)).toEqual(wanted);
  await expect.poll(() => cell(page, 0, "vendor").textContent()).toBe("Microsoft");

  await page.keyboard.press("Control+Shift+End");
  await page.getByText("Marked: 200 × 6").waitFor();
  await page.keyboard.press("Control+C");
  await page.getByText("200 rows copied").first().waitFor();
  const back = await page.evaluate(() => navigator.clipboard.readText());
  expect(parseTable(back)).toEqual(wanted);
  const dayOf = (date = "") => String(Date.parse(date) / 86_400_000 + 25_569);
  const flat = (line: string[]) => line.map((cellText) => cellText.replaceAll("\n", ""));
  const counted = wanted.map((line) => flat(line.with(3, dayOf(line[3]))));
  expect(await copiedPage(page)).toEqual(counted);

  await undo(page);
  await expect.poll(() => shown(cadastre)).toEqual(before);
});

test("what cannot be read is shown before anything changes, and corrected there", async ({
  cadastre,
  page,
}) => {
  await open(page, cadastre);
  await cell(page, 0, "criticality").click();
  await paste(page, "Hihg\tMicrosoft\nLow\tMicrosfot\n");
  const dialog = page.getByRole("alertdialog");
  await dialog.getByText("2 problems in 2 rows").waitFor();
  await expectAccessible(page);
  expect((await shown(cadastre))[1]).toEqual(["", "", "", "", "", ""]);

  await dialog.getByRole("button", { name: "High", exact: true }).click();
  await dialog.getByRole("button", { name: "Check again" }).click();
  await dialog.getByText("1 problem in 2 rows").waitFor();
  await dialog.getByRole("button", { name: "Take the good cells" }).click();
  await page.getByText("3 cells in 2 IT Systems pasted").first().waitFor();
  const [first = [], second = []] = await shown(cadastre);
  expect(first.slice(1, 3)).toEqual(["High", "Microsoft"]);
  expect(second.slice(1, 3)).toEqual(["Low", ""]);
});

test("cells are marked by keys and mouse, filled down, cleared, and rows grow below the last", async ({
  cadastre,
  page,
}) => {
  await open(page, cadastre);
  await cell(page, 0, "abbreviation").click();
  await paste(page, "AB\tHigh");
  await expect.poll(() => cell(page, 0, "criticality").textContent()).toBe("High");

  await page.keyboard.press("Shift+ArrowRight");
  for (let n = 0; n < 4; n++) await page.keyboard.press("Shift+ArrowDown");
  await page.getByText("Marked: 5 × 2").waitFor();
  expect(await grid(page).locator('[aria-selected="true"][data-column]').count()).toBe(10);
  await expectAccessible(page);
  await page.keyboard.press("Control+D");
  await page.getByText("8 cells in 4 IT Systems filled").first().waitFor();
  await expect.poll(() => cell(page, 4, "criticality").textContent()).toBe("High");

  await cell(page, 1, "abbreviation").hover();
  await page.mouse.down();
  await cell(page, 3, "criticality").hover();
  await page.mouse.up();
  await page.getByText("Marked: 3 × 2").waitFor();
  await page.keyboard.press("Delete");
  await page.getByText("6 cells in 3 IT Systems cleared").first().waitFor();
  expect((await shown(cadastre)).slice(0, 5).map((line) => line[0])).toEqual([
    ...["AB", "", "", "", "AB"],
  ]);

  await page.keyboard.press("Control+End");
  await page.keyboard.press("Home");
  await paste(page, "Block 200\tLAST\nBlock 201\tNEW\n");
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("checkbox", { name: /^Create 1 IT System/ }).click();
  await dialog.getByRole("button", { name: "Take the cells" }).click();
  await page.getByText("Rows: 201").waitFor();
});

test("what is renamed stays in its row, pasted, taken back and done again, until one sorts again", async ({
  cadastre,
  page,
}) => {
  await open(page, cadastre);
  const again = page.getByRole("button", { name: "Sort again" });
  const reads = (row: number, name: string) =>
    expect.poll(() => cell(page, row, "name").textContent()).toBe(name);
  await cell(page, 1, "abbreviation").click();
  await page.keyboard.press("ArrowLeft");
  await paste(page, "Block 005b\nBlock 002b\n");
  await again.waitFor();
  await reads(1, "Block 005b");
  await expectBeside(page, ".fui-Toast", ".search-opener");
  for (const key of ["Shift+F6", "Tab", "Enter"]) await page.keyboard.press(key); // Undo in the notice
  await reads(1, "Block 002");
  await expect.poll(() => again.count()).toBe(0);
  await page.keyboard.press("Control+Y");
  await reads(1, "Block 005b");
  await again.click();
  await reads(4, "Block 005b");
  await page.keyboard.press("Control+Z");
  await again.waitFor();
  await reads(4, "Block 002");
});

test("a text is found in all rows of the list, one match after the other", async ({
  cadastre,
  page,
}) => {
  await open(page, cadastre);
  await cell(page, 0, "abbreviation").click();
  await page.keyboard.press("Control+F");
  await page.getByRole("textbox", { name: "Find in this list" }).fill("block 19");
  await page.getByText("1 of 10").waitFor();
  await cell(page, 189, "name").waitFor();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await page.getByText("2 of 10").waitFor();
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.press("Shift+Enter");
  await page.getByText("10 of 10").waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(() => grid(page).evaluate((el) => el === document.activeElement)).toBe(true);
  const active = await grid(page).getAttribute("aria-activedescendant");
  expect(await page.locator(`[id="${active}"]`).textContent()).toBe("Block 199");
});

test("marking goes on beyond the edge of the list", async ({ cadastre, page }) => {
  await open(page, cadastre);
  await cell(page, 0, "abbreviation").hover();
  await page.mouse.down();
  await cell(page, 2, "abbreviation").hover();
  await page.mouse.move(600, 798);
  await page.getByText("Marked: 200 × ").waitFor();
  await page.mouse.up();
  await cell(page, 199, "abbreviation").waitFor();
});

test("many are changed at once after it was said how many will, and that is undone", async ({
  cadastre,
  page,
}) => {
  await open(page, cadastre);
  await cell(page, 0, "criticality").click();
  await page.keyboard.press("F2");
  await page.keyboard.type("Low");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await shown(cadastre))[0]?.[1]).toBe("Low");
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Control+E");
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("combobox", { name: "Field" }).selectOption({ label: "Criticality" });
  await dialog.getByRole("combobox", { name: "New value" }).fill("Low");
  await page.keyboard.press("Tab");
  await dialog.getByText("199 IT Systems will change. 1 holds this already.").waitFor();
  await dialog.getByRole("button", { name: /^Change/ }).click();
  await page.getByText("Criticality set on 199 IT Systems", { exact: true }).waitFor();
  expect((await shown(cadastre)).every((line) => line[1] === "Low")).toBe(true);
  await page.getByText("Undo", { exact: true }).click();
  await expect.poll(async () => (await shown(cadastre))[5]?.[1]).toBe("");
});

test("the cells of a column come into sight with it, slid to or reached by keys", async ({
  cadastre,
  page,
}) => {
  await Sample.open(page, cadastre);
  await cell(page, 0, "name").waitFor();
  expect(await cell(page, 0, "lifecyclestage").count()).toBe(0);
  await slideTo(page, "lifecyclestage");
  await cell(page, 0, "lifecyclestage").waitFor();
  const headAt = await page.locator("[data-head='lifecyclestage']").boundingBox();
  const cellAt = await cell(page, 0, "lifecyclestage").boundingBox();
  expect([cellAt?.x, cellAt?.width]).toEqual([headAt?.x, headAt?.width]);

  await grid(page).focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => cell(page, 0, "lifecyclestage").count()).toBe(0);
  await page.keyboard.press("End");
  const last = page.locator(`[id="${await grid(page).getAttribute("aria-activedescendant")}"]`);
  const count = await grid(page).getAttribute("aria-colcount");
  expect(await last.getAttribute("aria-colindex")).toBe(count);
  await expect.poll(async () => (await last.boundingBox())?.x ?? 9999).toBeLessThan(1280);
  await page.keyboard.press("Control+Home");
  await expect.poll(() => grid(page).evaluate((list) => list.scrollLeft)).toBe(0);
});

test("a head is worked by keys: its column is sorted by, moved, which is said, and hidden by its menu", async ({
  cadastre,
  page,
}) => {
  await Sample.open(page, cadastre);
  await cell(page, 0, "name").waitFor();
  const heads = () =>
    page
      .locator("[data-head]")
      .evaluateAll((all) => all.map((head) => head.getAttribute("data-head")));
  const [name, first, second] = await heads();
  const head = page.locator(`[data-head="${first}"]`);
  await grid(page).focus();
  for (const key of ["Control+Home", "ArrowUp", "ArrowRight", "Enter"])
    await page.keyboard.press(key);
  await expect.poll(() => head.getAttribute("aria-sort")).toBe("ascending");

  await page.keyboard.press("Control+Shift+ArrowRight");
  await page
    .getByRole("status")
    .getByText(/^Abbreviation is column 3 of \d+$/)
    .waitFor();
  expect((await heads()).slice(0, 3)).toEqual([name, second, first]);
  expect(await grid(page).getAttribute("aria-activedescendant")).toBe(
    await head.getAttribute("id"),
  );

  await page.keyboard.press("Alt+ArrowDown");
  await page.getByRole("menuitem", { name: "Hide" }).press("Enter");
  await expect.poll(() => head.count()).toBe(0);
  expect(await grid(page).evaluate((cells) => cells === document.activeElement)).toBe(true);
});
