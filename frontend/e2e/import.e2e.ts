import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expectAccessible } from "./accessible";
import type { Cadastre } from "./cadastre";
import { expect, test } from "./test";

const inventory = [
  "System,Acronym,Owning Organization Unit,Criticality,Next review,Room",
  "Payroll,PAY,Finance,High,2031-04-03,12",
  "Grants,GRA,Finance,Low,2031-06-05,14",
  "Archive,ARC,Records,Medium,2031-08-07,15",
].join("\r\n");

/** Opens the import page on an empty catalogue. */
async function open(page: Page, cadastre: Cadastre): Promise<void> {
  await cadastre.command("new", "Own.cadastre");
  const url = await cadastre.serve(join(cadastre.folder, "Own.cadastre"));
  await page.goto(`${url}#/import`);
  await page.getByRole("button", { name: "Choose files…" }).waitFor();
}

async function write(cadastre: Cadastre, name: string, text: string): Promise<string> {
  const path = join(cadastre.folder, name);
  await writeFile(path, text);
  return path;
}

/** Brings in a file by the dialog and waits for its plan. */
async function plan(page: Page, cadastre: Cadastre, path: string): Promise<void> {
  await cadastre.answerDialog(path);
  await page.getByRole("button", { name: "Choose files…" }).click();
  await page.getByRole("tab", { name: /^Rows \(/ }).waitFor();
}

/** The counts as they stand on screen, in order. */
function counts(page: Page): Promise<string[]> {
  const group = page.getByRole("group", { name: "Rows by what would become of them" });
  return group.getByRole("button").allInnerTexts();
}

const apply = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

test("a spreadsheet of one's own becomes records, comes back whole, and is no change the next time", async ({
  cadastre,
  page,
}) => {
  await open(page, cadastre);
  const path = await write(cadastre, "our-systems.csv", inventory);
  await plan(page, cadastre, path);

  await page.getByRole("button", { name: "Create unknown names" }).click();
  await apply(page, "Create 3 IT Systems, and 2 records they name").waitFor();
  expect(await counts(page)).toEqual([
    "3\nRows read",
    "3\nCreated",
    "0\nUpdated",
    "0\nUnchanged",
    "0\nSkipped",
    "0\nRejected",
  ]);
  await page.keyboard.press("Control+Enter");
  await page
    .getByRole("heading", { name: "Created 3 IT Systems, and 2 records they name" })
    .waitFor();
  await expectAccessible(page);

  await page.keyboard.press("Control+z");
  await page.getByRole("heading", { name: "The import was undone" }).waitFor();
  await page.keyboard.press("Control+y");
  await page.getByRole("heading", { name: /^Created 3 IT Systems/ }).waitFor();
  await page.getByRole("main").getByRole("button", { name: "Undo", exact: true }).click();
  await page.getByRole("button", { name: "Back to the plan" }).click();
  await apply(page, /^Create 3 IT Systems/).click();
  await page.getByRole("heading", { name: /^Created 3/ }).waitFor();

  await page.getByRole("button", { name: "Show the records" }).click();
  await page.getByText("our-systems.csv", { exact: false }).first().waitFor();
  const heads = page.locator("[data-head]");
  const filled = [
    "Name",
    "Abbreviation",
    "Owning Organization Unit",
    "Criticality",
    "Next Review Date",
  ];
  await heads.nth(4).waitFor();
  expect((await heads.allInnerTexts()).map((text) => text.trim())).toEqual(filled);
  await page.getByRole("gridcell", { name: "Payroll" }).getByRole("button").click();
  await page.getByRole("heading", { name: "Payroll" }).waitFor();
  await page.goBack();
  await heads.nth(4).waitFor();
  expect((await heads.allInnerTexts()).map((text) => text.trim())).toEqual(filled);

  await cadastre.dropFiles(path);
  await page.getByText("Nothing would change: the rows and the catalogue agree.").waitFor();
  expect((await counts(page))[3]).toBe("3\nUnchanged");

  await cadastre.dropFiles(path);
  await page.getByRole("tab", { name: /^Rows \(/ }).click();
  await page.getByRole("option", { name: /Payroll/ }).waitFor();
});

test("what was recognised is corrected by the keyboard, told in words, and taken back", async ({
  cadastre,
  page,
}) => {
  await open(page, cadastre);
  await plan(page, cadastre, await write(cadastre, "our-systems.csv", inventory));
  await page.getByText("1 column has no place in the catalogue: “Room” (F).").waitFor();

  await page.getByRole("button", { name: /^“Room” \(F\) goes into/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "Field for “Room” (F)" }).waitFor();
  await expectAccessible(page);
  await page.keyboard.type("descr");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "“Room” (F) goes into: Description. Change" }).waitFor();
  await page.getByText("Every column that holds something has its place.").waitFor();

  await page.getByRole("button", { name: "1 correction" }).click();
  await page.getByText("our-systems.csv: “Room” (F) is Description").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  await page.getByText("1 column has no place in the catalogue: “Room” (F).").waitFor();
  await page.getByRole("button", { name: "No corrections" }).waitFor();
});

test("the sheet whose header is corrected stays in sight, whatever becomes of it", async ({
  cadastre,
  page,
}) => {
  await open(page, cadastre);
  const apps = await write(cadastre, "apps.csv", inventory);
  const servers = await write(cadastre, "servers.csv", "Server,Type\ndb1,VM\ndb2,VM\n");
  await cadastre.answerDialog(apps, servers);
  await page.getByRole("button", { name: "Choose files…" }).click();
  const shown = page.getByRole("tablist", { name: "Sheets" }).getByRole("tab", { selected: true });
  const header = page.getByRole("spinbutton", { name: "Header is row" });
  await page.getByText("IT Systems · 3 rows").first().waitFor();
  await header.fill("2");
  await header.press("Enter");
  await page.getByText("Left out · 2 rows").first().waitFor();
  expect(await shown.innerText()).toContain("apps");
  await header.fill("1");
  await header.press("Enter");
  await page.getByText("IT Systems · 3 rows").first().waitFor();
});

test("a column is dragged onto its field, left out by its button, and taken in again", async ({
  cadastre,
  page,
}) => {
  await open(page, cadastre);
  await plan(page, cadastre, await write(cadastre, "our-systems.csv", inventory));
  const goes = (to: string) =>
    page.getByRole("button", { name: `“Room” (F) goes into: ${to}. Change` });
  await goes("No place").waitFor();
  const from = await page.getByRole("cell", { name: "Room", exact: true }).boundingBox();
  if (!from) throw new Error("the column is not on screen");
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 20, { steps: 3 });
  await page.locator("[data-target='description']").hover();
  await page.getByText("Goes into: Description").waitFor();
  await page.mouse.up();
  await goes("Description").waitFor();
  await page.getByText("Every column that holds something has its place.").waitFor();

  await page.getByRole("button", { name: "Leave “Room” (F) out" }).click();
  await goes("Left out").waitFor();
  await page.getByRole("button", { name: "Take “Room” (F) in again" }).click();
  await goes("No place").waitFor();
  await expectAccessible(page);
});

test("a row that is likely there already updates that record, or is left out, with one click", async ({
  cadastre,
  page,
}) => {
  await open(page, cadastre);
  const file = join(cadastre.folder, "Own.cadastre");
  const before = "Name,URL\r\nPayroll,https://pay.example.gov\r\nGrants,https://grants.example.gov";
  const there = await write(cadastre, "it-systems.csv", before);
  await plan(page, cadastre, there);
  await apply(page, "Create 2 IT Systems").click();
  await page.getByRole("heading", { name: "Created 2 IT Systems" }).waitFor();

  const text = "Name,URL\r\nWages,https://pay.example.gov\r\nAid,https://grants.example.gov";
  await cadastre.dropFiles(await write(cadastre, "it-systems-2.csv", text));
  await page.getByRole("tab", { name: "Problems (0)" }).waitFor();
  await page.getByRole("tab", { name: "Notes (2)" }).click();
  const detail = page.getByRole("complementary");
  await expectAccessible(page);
  await detail.getByRole("button", { name: "Update “Payroll” instead" }).click();
  await page.getByRole("tab", { name: "Notes (1)" }).waitFor();
  await detail.getByRole("button", { name: "Leave the row out" }).click();
  await apply(page, "Update 1 IT System").waitFor();
  await page.getByRole("button", { name: "2 corrections" }).click();
  await page.getByText("it-systems-2.csv, row 2 updates “Payroll”").waitFor();
  await page.keyboard.press("Escape");
  await apply(page, "Update 1 IT System").click();
  await page.getByRole("heading", { name: "Updated 1 IT System" }).waitFor();
  const { rows } = JSON.parse(await cadastre.command("list", file, "itsystem", "--json"));
  expect(rows.map((r: { display: { name: string } }) => r.display.name)).toEqual([
    "Grants",
    "Wages",
  ]);
});

test("dates that can be read two ways are asked about, and the answer is used", async ({
  cadastre,
  page,
}) => {
  await open(page, cadastre);
  const text = "Name,Next Review Date\r\nPayroll,03/04/2031\r\nGrants,05/06/2031";
  await plan(page, cadastre, await write(cadastre, "it-systems.csv", text));
  await page.getByText("Which date is “03/04/2031” in “Next Review Date”?").waitFor();
  expect((await counts(page))[5]).toBe("2\nRejected");

  await page.getByRole("radio", { name: "3 April 2031 (day first)" }).click();
  await apply(page, "Create 2 IT Systems").waitFor();
  await page.getByRole("tab", { name: /^Rows/ }).click();
  await page.getByRole("option", { name: /row 2 Payroll .*2031-04-03/ }).waitFor();
});

test("problems stand at their cells, are grouped, and can be copied as a sheet", async ({
  cadastre,
  page,
}) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, cadastre);
  const text =
    "Name,Criticality,Next Review Date\r\nPayroll,Enormous,2031-04-03\r\nGrants,High,soon";
  await plan(page, cadastre, await write(cadastre, "it-systems.csv", text));

  await page.getByRole("button", { name: "2 Rejected" }).click();
  const rows = page.getByRole("listbox", { name: "Rows, rejected" });
  await rows.focus();
  await page.keyboard.press("End");
  await page.getByRole("complementary").getByRole("heading", { name: "Grants" }).waitFor();
  await page.getByRole("complementary").getByText("“soon”").first().waitFor();
  await expectAccessible(page);

  await page.getByRole("tab", { name: "Problems (2)" }).click();
  await page.getByRole("option", { name: /row 2, column B “Criticality” .?Enormous/ }).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Copy all as text" }).click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const lines = copied.split("\n").map((line) => line.split("\t"));
  expect(lines.map((cells) => cells.length)).toEqual([9, 9, 9]);
  expect(lines[1]?.slice(2, 6)).toEqual(["2", "B", "Criticality", "Enormous"]);

  await page.getByRole("button", { name: "Take good rows and cells" }).click();
  await apply(page, "Create 2 IT Systems").waitFor();
});

test("a block that was copied with its headers is imported like a file, undone, and pasted again", async ({
  cadastre,
  page,
}) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, cadastre);
  const copy = (forms: Record<string, string>) =>
    page.evaluate((all) => navigator.clipboard.write([new ClipboardItem(all)]), forms);

  await copy({ "text/plain": "Payroll" });
  await page.keyboard.press("Control+v");
  await page.getByText("What is on the clipboard is one line and no table.").first().waitFor();

  // A page's table, whose text has lost the merged header and the lines within a cell.
  const html =
    "<table><tr><th colspan=2>System</th><th rowspan=2>Criticality</th><th rowspan=2>Lifecycle Stage</th></tr>" +
    "<tr><th>Name</th><th>Description</th></tr>" +
    "<tr><td>Payroll</td><td>pays<br>monthly</td><td>High</td><td>Retired</td></tr>" +
    "<tr><td>Grants</td><td>pays yearly</td><td>Hihg</td><td>Retired</td></tr></table>";
  await copy({
    "text/html": html,
    "text/plain": "System\tCriticality\nName\tDescription\nPayroll",
  });
  await page.keyboard.press("Control+v");
  await page
    .getByRole("heading", { name: /^Import Copied rows \d{4}-\d\d-\d\d \d\d:\d\d$/ })
    .waitFor();
  await page.getByRole("button", { name: "Take good rows and cells" }).click();
  await apply(page, "Create 2 IT Systems").click();
  await page.getByRole("heading", { name: "Created 2 IT Systems" }).waitFor();
  const back = join(cadastre.folder, "back.xlsx");
  await cadastre.answerDialog(back);
  await page.getByRole("button", { name: /^Save the file with what to correct/ }).click();
  await page.getByText("Saved back.xlsx", { exact: true }).waitFor();
  await page.keyboard.press("Control+z");
  await page.getByRole("heading", { name: "The import was undone" }).waitFor();

  // The same cells as a spreadsheet copies them.
  await copy({
    "text/plain":
      'Name\tDescription\tCriticality\tLifecycle Stage\r\nPayroll\t"pays\nmonthly"\tHigh\tRetired\r\n',
  });
  await page.keyboard.press("Control+v");
  await apply(page, "Create 1 IT System").click();
  await page.getByRole("heading", { name: "Created 1 IT System" }).waitFor();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("on the clipboard");
  await page.getByRole("option", { name: /Import what is on the clipboard/ }).click();
  await page.getByText("Nothing would change: the rows and the catalogue agree.").waitFor();
  expect((await counts(page))[3]).toBe("1\nUnchanged");
  await expectAccessible(page);
});

test("reading stops when it is cancelled, and nothing has happened", async ({ cadastre, page }) => {
  await open(page, cadastre);
  const lines = Array.from({ length: 150_000 }, (_, i) => `System ${i},S${i},High`);
  const text = ["Name,Abbreviation,Criticality", ...lines].join("\r\n");
  await cadastre.dropFiles(await write(cadastre, "it-systems.csv", text));
  await page.getByRole("heading", { name: "Reading it-systems.csv" }).waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Choose files…" }).waitFor();
  await expectAccessible(page);
});

test("a file that cannot be read is told in a sentence", async ({ cadastre, page }) => {
  await open(page, cadastre);
  await cadastre.dropFiles(await write(cadastre, "broken.xlsx", "PK\u0003\u0004 and nothing else"));
  await page.getByText("The files could not be read.").waitFor();
  await page.getByRole("button", { name: "Copy details" }).waitFor();
});

test("other files do not sweep corrections away unasked", async ({ cadastre, page }) => {
  await open(page, cadastre);
  await plan(page, cadastre, await write(cadastre, "our-systems.csv", inventory));
  await page.getByRole("checkbox", { name: /^Take good rows and cells/ }).click();
  await page.getByRole("button", { name: "1 correction" }).waitFor();

  await cadastre.dropFiles(await write(cadastre, "other-systems.csv", inventory));
  await page.getByRole("button", { name: "Keep this one" }).click();
  await page.getByRole("heading", { name: "Import our-systems.csv" }).waitFor();
  await page.getByRole("button", { name: "1 correction" }).waitFor();
});

test("a look elsewhere and back finds the plan as it was", async ({ cadastre, page }) => {
  await open(page, cadastre);
  await plan(page, cadastre, await write(cadastre, "our-systems.csv", inventory));
  await page.getByRole("checkbox", { name: /^Take good rows and cells/ }).click();
  await page.getByRole("button", { name: "1 correction" }).waitFor();
  await page.evaluate(() => {
    location.hash = "#/history";
  });
  await page.getByRole("heading", { name: "History" }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: "Import our-systems.csv" }).waitFor();
  await page.getByRole("button", { name: "1 correction" }).waitFor();
});

const longList = () => {
  const row = (n: number) =>
    `System ${n},SYS-${n},${"Keeps what the offices need to know. ".repeat(4)}`;
  return `Name,System Code,Description\n${Array.from({ length: 150_000 }, (_, n) => row(n + 1)).join("\n")}`;
};

test("the first rows of a long list are there while the rest is read, and it can be cancelled", async ({
  cadastre,
  page,
}) => {
  await open(page, cadastre);
  const path = await write(cadastre, "IT Systems.csv", longList());
  await plan(page, cadastre, path);
  await page.getByRole("button", { name: /First rows$/ }).click();
  await page.getByRole("option", { name: /System 1\b/ }).waitFor();
  expect(await apply(page, "Apply").getAttribute("aria-disabled")).toBe("true");

  await apply(page, "Create 150,000 IT Systems").waitFor({ timeout: 60_000 });
  expect((await counts(page))[0]).toBe("150,000\nRows read");
  await page.getByRole("option", { name: /System 1\b/ }).waitFor();

  await cadastre.dropFiles(path);
  await page.getByRole("button", { name: /First rows$/ }).waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Choose files…" }).waitFor();
});
