import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { expectAccessible } from "./accessible";
import { Sample } from "./records";
import { expect, test } from "./test";

const apps = ["it-system-catalog", "it-service-management", "it-system-accreditation"];

async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

const dashboard = (app: string) => `#/a/${app}/d/${app}`;

const marks = ".chart-keys button, .chart-legend button";

/** The numbers of the charts shown, by the names of their cards. */
const numbers = (page: Page) =>
  page.locator(marks).evaluateAll((all) =>
    all.map((each) => ({
      card: each.closest("section")?.getAttribute("aria-label") ?? "",
      value: Number(
        (each.querySelector(".tabular")?.textContent ?? each.textContent)?.split(": ").at(-1),
      ),
    })),
  );

const shownBy = async (slice: Locator) =>
  Number(await slice.locator(".tabular").first().textContent());

/** How many rows the list shown has. */
async function rows(page: Page): Promise<number> {
  const foot = await page.locator(".list .grid-foot").textContent();
  return Number(/Rows: ([\d,]+)/.exec(foot ?? "")?.[1]?.replace(",", ""));
}

test("the navigation leads to the dashboard, and an app begins there if one likes", async ({
  cadastre,
  page,
}) => {
  await Sample.open(page, cadastre);
  await page.getByRole("link", { name: "Dashboard" }).click();
  await page.getByRole("heading", { level: 1, name: "IT System Catalog" }).waitFor();
  await page.getByRole("checkbox", { name: "Begin here in this app" }).check();
  await page.getByRole("link", { name: /^IT Systems/ }).click();
  await page.getByText("Air Monitoring Data System").waitFor();

  await page.getByTitle("Show another app").click();
  await page.getByRole("menuitemradio", { name: "IT System Catalog" }).click();
  await page.getByRole("heading", { level: 1, name: "IT System Catalog" }).waitFor();
});

test.for(apps)(
  "%s: what opens behind a number are as many records",
  async (app, { cadastre, page }) => {
    await Sample.open(page, cadastre);
    await goTo(page, dashboard(app));
    await page.locator(marks).nth(10).waitFor({ state: "attached" });
    const all = await numbers(page);
    for (const card of new Set(all.map((each) => each.card))) {
      const last = all.findLast((each) => each.card === card)?.value;
      const region = page.getByRole("region", { name: card, exact: true });
      await region.locator(marks).last().focus();
      await page.keyboard.press("Enter");
      await page.locator(".list .grid-foot").waitFor();
      await expect.poll(() => rows(page), { message: card }).toBe(last);
      await goTo(page, dashboard(app));
      await page
        .locator(marks)
        .nth(all.length - 1)
        .waitFor({ state: "attached" });
    }
  },
);

test("arrows move along a chart, and Home and End to its ends", async ({ cadastre, page }) => {
  await Sample.open(page, cadastre);
  await goTo(page, dashboard("it-system-catalog"));
  const card = page.getByRole("region", { name: "Reviews Due" });
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await card.locator(".chart-keys button").first().focus();
  await page.keyboard.press("ArrowRight");
  expect(await focused()).toMatch(/^Due in 30 days: /);
  await page.keyboard.press("End");
  expect(await focused()).toMatch(/^Retired: /);
  await page.keyboard.press("Home");
  expect(await focused()).toMatch(/^Overdue: /);
});

test("numbers follow what changes", async ({ cadastre, page }) => {
  const sample = await Sample.open(page, cadastre);
  await goTo(page, dashboard("it-system-catalog"));
  const retired = page.locator(".chart-legend button", { hasText: "Retired" });
  const before = await shownBy(retired);
  const [row] = await sample.find("itsystem", "Air Monitoring");
  const values = { lifecyclestage: 166840004 };
  const edit = { table: "itsystem", id: row?.id, version: row?.version, values, complete: false };
  await sample.call("Records.Save", edit);
  await expect.poll(() => shownBy(retired)).toBe(before + 1);
});

test("what is retired has no review to come, and what is late is marked", async ({
  cadastre,
  page,
}) => {
  const sample = await Sample.open(page, cadastre);
  const list = page.getByRole("region", { name: "Upcoming Reviews" });
  const [row] = await sample.find("itsystem", "Air Monitoring");
  const save = (version: number | undefined, values: object) =>
    sample.call("Records.Save", {
      table: "itsystem",
      id: row?.id,
      version,
      values,
      complete: false,
    });
  await save(row?.version, { nextreviewdate: "2001-01-01" });
  await goTo(page, "#/");
  await list.getByRole("cell", { name: "2001-01-01 (overdue)" }).waitFor();
  await goTo(page, dashboard("it-system-catalog"));
  await list.getByText("Air Monitoring Data System").waitFor();

  const late = await sample.get("itsystem", row?.id ?? "");
  await save(late.version, { lifecyclestage: 166840004 });
  await list.getByText("Air Monitoring Data System").waitFor({ state: "detached" });
  const way = list.getByRole("button", { name: /IT Systems$/ });
  const shown = Number.parseInt((await way.textContent()) ?? "", 10);
  await way.click();
  await page.getByRole("button", { name: /^Remove “Lifecycle Stage .*Retired”/ }).waitFor();
  await expect.poll(() => rows(page)).toBe(shown);
});

/** Whether other programs can read a drawing. */
const isWellFormed = (page: Page, svg: string) =>
  page.evaluate((text) => {
    const { documentElement } = new DOMParser().parseFromString(text, "image/svg+xml");
    return documentElement.tagName === "svg";
  }, svg);

test("a chart is shown as a table, and saved as a picture", async ({ cadastre, page }) => {
  await Sample.open(page, cadastre);
  await goTo(page, dashboard("it-system-accreditation"));
  const card = page.getByRole("region", { name: "Open POA&M Items, Ageing by Risk" });
  await card.getByRole("button", { name: /as a table$/ }).click();
  await card.getByRole("columnheader", { name: "High" }).waitFor();
  await card.getByRole("rowheader", { name: "Overdue by more than 90 days" }).waitFor();

  for (const [format, begins] of [
    ["SVG", "<svg"],
    ["PNG", "\u0089PNG"],
  ] as const) {
    const file = join(cadastre.folder, `ageing.${format.toLowerCase()}`);
    await cadastre.answerDialog(file);
    await card.getByRole("button", { name: /as a picture$/ }).click();
    await page.getByRole("menuitem", { name: new RegExp(`^${format}`) }).click();
    await page.getByText(`Saved ageing.${format.toLowerCase()}`, { exact: true }).waitFor();
    const content = await readFile(file, "latin1");
    expect(content.slice(0, 4)).toBe(begins);
    expect(content.length).toBeGreaterThan(5000);
    if (format === "SVG") expect(await isWellFormed(page, content)).toBe(true);
  }
});

test("a slice of a chart narrows its list, and once more widens it; the view keeps the chart", async ({
  cadastre,
  page,
}) => {
  await Sample.open(page, cadastre);
  await goTo(page, "#/a/it-system-catalog/t/itsystem");
  await page.getByText("Air Monitoring Data System").waitFor();
  const whole = await rows(page);
  await page.keyboard.press("Control+Shift+G");
  await page.getByLabel("Group by").selectOption("lifecyclestage");
  const slice = page.locator(".chart-legend button", { hasText: "Maintenance" });
  const shown = await shownBy(slice);
  await slice.click();
  await expect.poll(() => rows(page)).toBe(shown);
  expect(await page.locator(".chart-legend button").count()).toBeGreaterThan(3);
  await slice.click();
  await expect.poll(() => rows(page)).toBe(whole);

  await page.getByRole("button", { name: "Save as new view" }).click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("By stage");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.locator("h1").textContent(), { timeout: 10_000 }).toBe("By stage");
  await page.reload();
  await expect
    .poll(() => page.getByLabel("Group by").inputValue(), { timeout: 10_000 })
    .toBe("lifecyclestage");
});

test.for(["light", "dark"] as const)(
  "dashboards keep to WCAG 2.2 AA, %s",
  async (colorScheme, { cadastre, page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await Sample.open(page, cadastre);
    for (const app of apps) {
      await goTo(page, dashboard(app));
      await page.locator(marks).nth(10).waitFor({ state: "attached" });
      await expectAccessible(page);
    }
    await goTo(page, "#/a/it-system-catalog/t/itsystem");
    await page.getByText("Air Monitoring Data System").waitFor();
    await page.keyboard.press("Control+Shift+G");
    await page.locator(".chart-legend button").first().waitFor();
    await expectAccessible(page);
  },
);
