import type { Page } from "playwright-core";
import { expectAccessible } from "./accessible";
import { Sample } from "./records";
import { expect, test } from "./test";

const picker = (page: Page) => page.getByTitle("Choose another view");
const rowCount = async (page: Page) =>
  Number((await page.getByText(/^Rows: /).innerText()).match(/\d+/)?.[0]);
const title = (page: Page) => page.getByRole("heading", { level: 1 }).innerText();

async function choose(page: Page, view: string): Promise<void> {
  await picker(page).click();
  await page.getByRole("searchbox", { name: "Find a view" }).fill(view);
  await page.keyboard.press("Enter");
  await expect.poll(() => title(page)).toBe(view);
}

async function saveAs(page: Page, name: string, ...checks: RegExp[]): Promise<void> {
  await page.getByRole("button", { name: "Save as new view" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  for (const check of checks) await dialog.getByRole("checkbox", { name: check }).check();
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "hidden" });
  await expect.poll(() => title(page)).toBe(name);
}

test("a view is narrowed, saved, begun with, changed, discarded and deleted", async ({
  cadastre,
  page,
}) => {
  await Sample.open(page, cadastre);
  const all = await rowCount(page);
  await page.getByRole("button", { name: "Edit filters" }).click();
  await page
    .getByRole("combobox", { name: "Add a condition on a field" })
    .first()
    .selectOption({ label: "Criticality" });
  await page.getByRole("checkbox", { name: "High" }).check();
  await page.getByText("Unsaved changes to this view").waitFor();
  await expect.poll(() => rowCount(page)).toBeLessThan(all);
  const critical = await rowCount(page);

  await saveAs(page, "Critical systems", /Begin with it/, /Share it/);
  await page.getByText("Unsaved changes to this view").waitFor({ state: "hidden" });
  await expect.poll(() => rowCount(page)).toBe(critical);

  await page.getByRole("link", { name: "Home" }).click();
  await page
    .getByRole("link", { name: /^IT Systems/ })
    .first()
    .click();
  await expect.poll(() => title(page)).toBe("Critical systems");

  await page.getByRole("columnheader", { name: "Abbreviation" }).getByText("Abbreviation").click();
  await page.getByRole("button", { name: "Discard" }).click();
  await page.getByText("Unsaved changes to this view").waitFor({ state: "hidden" });

  await picker(page).click();
  await page.getByRole("button", { name: "Delete this view" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete the view" }).click();
  await expect.poll(() => title(page)).toBe("Active IT Systems");
  await expect.poll(() => rowCount(page)).toBe(all);
});

test("choices say how many rows each would leave, whatever is ticked", async ({
  cadastre,
  page,
}) => {
  await Sample.open(page, cadastre);
  await page.getByRole("button", { name: "Edit filters" }).click();
  const add = page.getByRole("combobox", { name: "Add a condition on a field" }).first();
  await add.selectOption({ label: "Criticality" });
  const high = page.locator(".filter-choice", { hasText: "High" }).first();
  const counted = async () => Number((await high.locator(".tabular").textContent()) || -1);
  await expect.poll(counted).toBeGreaterThan(0);
  const there = await counted();
  await high.getByRole("checkbox").check();
  await expect.poll(() => rowCount(page)).toBe(there);
  const low = page.locator(".filter-choice", { hasText: "Low" }).first();
  expect(Number(await low.locator(".tabular").textContent())).toBeGreaterThan(0);
  await page.getByRole("searchbox", { name: /by keyword/ }).fill("permit");
  await expect.poll(counted).toBeLessThan(there);
  await expect.poll(counted).toBe(await rowCount(page));
  await expectAccessible(page);
});

test("groups of conditions find what any of them finds, and reach over links", async ({
  cadastre,
  page,
}) => {
  const sample = await Sample.open(page, cadastre);
  const total = async (filter: object) => {
    const query = {
      table: "itsystem",
      view: "active-it-systems",
      columns: [],
      search: "",
      order: [],
    };
    const found = await sample.call<{ total: number }>("Records.Page", {
      ...query,
      filter,
      offset: 0,
      limit: 0,
    });
    return found.total;
  };
  await page.getByRole("button", { name: "Edit filters" }).click();
  const pick = page.getByRole("combobox", { name: "Add a condition on a field" }).first();
  await pick.selectOption({ label: "Lifecycle Stage" });
  await page.getByRole("checkbox", { name: "Operational", exact: true }).check();
  await page.getByRole("button", { name: "Add a group" }).first().click();
  const group = page.locator(".filter-inner");
  await group
    .getByRole("combobox", { name: "Add a condition on a field" })
    .selectOption({ label: "Criticality" });
  await group.getByRole("checkbox", { name: "High" }).check();
  await group
    .getByRole("combobox", { name: "Whose field it is" })
    .selectOption({ label: "of Related IT System Accreditation" });
  await group
    .getByRole("combobox", { name: "Add a condition on a field" })
    .selectOption({ label: "Whether there is one" });
  const expected = await total({
    conditions: [{ attribute: "lifecyclestage", operator: "in", values: ["166840002"] }],
    groups: [
      {
        any: true,
        conditions: [
          { attribute: "criticality", operator: "in", values: ["166840000"] },
          { attribute: "itsystemaccreditation:itsystem", operator: "null" },
        ],
      },
    ],
  });
  expect(expected).toBeGreaterThan(0);
  await expect.poll(() => rowCount(page)).toBe(expected);
  await page.getByText("Any of 2 conditions").waitFor();
  await expectAccessible(page);
});

test("columns of linked records are chosen, sorted by, and still there after a reload", async ({
  cadastre,
  page,
}) => {
  await Sample.open(page, cadastre);
  await page.getByRole("button", { name: "Columns", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog
    .getByRole("combobox", { name: "Whose fields are offered" })
    .selectOption({ label: "Fields of its Point of Contact" });
  await dialog.getByRole("checkbox", { name: "Email (Point of Contact)" }).check();
  await dialog.getByRole("button", { name: "Done" }).click();
  const head = page.getByRole("columnheader", { name: "Email (Point of Contact)" });
  await head.getByText("Email").click();
  await expect.poll(() => head.getAttribute("aria-sort")).toBe("ascending");
  await page.getByText("@example.gov").first().waitFor();
  await page.reload();
  await page.getByRole("columnheader", { name: "Email (Point of Contact)" }).waitFor();
});

test("rows stand in groups that close, with a figure below", async ({ cadastre, page }) => {
  await Sample.open(page, cadastre);
  const all = await rowCount(page);
  const menuOf = async (column: string) => {
    const head = page.getByRole("columnheader", { name: column });
    const label = head.getByText(column, { exact: true });
    const before = await label.boundingBox();
    await head.hover();
    await head.locator(".grip").waitFor();
    const menu = page.getByRole("button", { name: `Column ${column}`, exact: true });
    const [at, beside] = [await label.boundingBox(), await menu.boundingBox()];
    expect(at).toEqual(before);
    const ends = (box: typeof at) => [box?.x ?? 0, (box?.x ?? 0) + (box?.width ?? 0)];
    const [[left = 0, right = 0], [from = 0, to = 0]] = [ends(at), ends(beside)];
    expect(to <= left || right <= from, "the menu covers the label").toBe(true);
    await menu.click();
  };
  await menuOf("Catalog Status");
  await page.getByRole("menuitem", { name: "Group by this column" }).click();
  const lines = page.locator("[data-group]");
  await lines.first().waitFor();
  const published = page.locator("[data-group]", { hasText: "Published" });
  const count = Number((await published.innerText()).match(/\d+/)?.[0]);
  const height = () => page.locator(".grid-body").evaluate((body) => body.clientHeight);
  const before = await height();
  await published.click();
  await expect.poll(() => published.getAttribute("aria-expanded")).toBe("false");
  expect(before - (await height())).toBe(count * 36);
  expect(await rowCount(page)).toBe(all);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => published.getAttribute("aria-expanded")).toBe("true");

  await menuOf("Last Review Date");
  await page.getByRole("menuitem", { name: "Total" }).press("ArrowRight");
  await page.getByRole("menuitemradio", { name: "Filled" }).click();
  await page.locator(".grid-totals").getByText(/^\d+$/).waitFor();
  await published.getByText("Last Review Date, filled").waitFor();
  await expectAccessible(page);
});

test("the letters lead to the first row of each, and those without rows lead nowhere", async ({
  cadastre,
  page,
}) => {
  await Sample.open(page, cadastre);
  const bar = page.getByRole("navigation", { name: "Jump to a letter" });
  await bar.getByRole("button", { name: "Jump to W", exact: true }).click();
  const active = page.locator(".grid-active").first();
  await expect.poll(() => active.innerText()).toMatch(/^W/);
  expect(await bar.getByRole("button", { name: "Jump to X", exact: true }).isDisabled()).toBe(true);
});

test("the link of a list leads there from the search box, and back and forward keep it", async ({
  cadastre,
  page,
}) => {
  await Sample.open(page, cadastre);
  await choose(page, "Overdue Reviews");
  await page.getByRole("columnheader", { name: "Criticality" }).getByText("Criticality").click();
  await page.getByText("Unsaved changes to this view").waitFor();
  const rows = await rowCount(page);
  await page.evaluate(() => {
    navigator.clipboard.writeText = async (text: string) => {
      document.title = text;
    };
  });
  await picker(page).click();
  await page.getByRole("button", { name: "Copy a link to this view" }).click();
  await expect.poll(() => page.title()).toMatch(/^cadastre:\/a\//);
  const link = await page.title();

  await page.getByRole("link", { name: /^IT Technologies/ }).click();
  await expect.poll(() => title(page)).toBe("Active IT Technologies");
  await page.keyboard.press("Control+K");
  await page.getByRole("combobox", { name: "Find a record, a list or a command" }).fill(link);
  await page.keyboard.press("Enter");
  await expect.poll(() => title(page)).toBe("Overdue Reviews");
  await expect.poll(() => rowCount(page)).toBe(rows);
  const sorted = () =>
    page.getByRole("columnheader", { name: "Criticality" }).getAttribute("aria-sort");
  expect(await sorted()).toBe("ascending");
  await page.goBack();
  await expect.poll(() => title(page)).toBe("Active IT Technologies");
  await page.goForward();
  await expect.poll(sorted).toBe("ascending");
});

test("every view of the program opens in the three apps' lists", { timeout: 240_000 }, async ({
  cadastre,
  page,
}) => {
  const sample = await Sample.open(page, cadastre);
  const { tables, views } = await sample.call<{
    tables: { key: string }[];
    views: { table: string; key: string; label: string }[];
  }>("Model.Get");
  const shown = new Set(tables.map(({ key }) => key));
  for (const { table, key, label } of views.filter((view) => shown.has(view.table))) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/a/it-system-catalog/t/${table}?view=${key}`);
    await expect.poll(() => title(page)).toBe(label);
    await page.locator('.grid-scroll[aria-busy="false"]').waitFor();
    expect(await page.getByText("The rows could not be read.").count()).toBe(0);
  }
});

test("a pinned record stays at hand", async ({ cadastre, page }) => {
  const sample = await Sample.open(page, cadastre);
  const row = await sample.showFirst("itsystem", "payroll");
  const more = page.getByRole("button", { name: "More commands" });
  await more.click();
  await page.getByRole("menuitem", { name: "Pin this record" }).click();
  await page.getByRole("link", { name: "Home" }).click();
  await page.getByRole("button", { name: "Pinned" }).click();
  await page.getByRole("menuitem", { name: row.name }).click();
  await more.click();
  await page.getByRole("menuitem", { name: "Unpin this record" }).click();
  await page.getByRole("button", { name: "Pinned" }).click();
  await page.getByText("Records that you pin").waitFor();
});
