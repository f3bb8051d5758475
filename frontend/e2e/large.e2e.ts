import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Page } from "playwright-core";
import { slideTo } from "./records";
import { expect, test } from "./test";

const count = 100_000;

const headers =
  "Name,Abbreviation,Criticality,Security Classification,Lifecycle Stage,Operational Status," +
  "Last Review Date,Next Review Date,Description,Primary IT Hosting Model,URL," +
  "Is Public API Available?,Public API Endpoint,Dependencies Summary,Visibility,Catalog Status," +
  "System Code,System Type,Go Live Date,Retirement Date,Documentation URL,Repository URL," +
  "Contains PII,Is Mission Critical,Owner";

function* lines(): Generator<string> {
  yield `${headers}\n`;
  for (let n = 1; n <= count; n++) {
    const code = String(n).padStart(6, "0");
    const day = (year: number) => `${year + (n % 5)}-${two(1 + (n % 12))}-${two(1 + (n % 28))}`;
    const site = `https://s${code}.example.gov`;
    yield [
      ...[`System ${code}`, `S${code}`, ["High", "Medium", "Low"][n % 3], "Unclassified"],
      ...["Operational", n % 7 ? "Active" : "Suspended", day(2020), day(2026)],
      ...[`"What system ${code} does, for its people."`, "On-Premises", site, "No", `${site}/api`],
      ...[`Reads from system ${n % 97}.`, "Organizational", "Published", `C-${code}`, ""],
      ...[day(2010), day(2035), `${site}/docs`, `${site}/code`, "No", n % 10 ? "No" : "Yes", "ann"],
    ]
      .join(",")
      .concat("\n");
  }
}

const two = (n: number) => String(n).padStart(2, "0");
const grid = (page: Page) => page.getByRole("grid", { name: "Active IT Systems" });
const name = (page: Page, row: number) =>
  grid(page).locator(`[data-row="${row}"] > [data-column="name"]`);

/** Scrolls to a part of the list, and waits until every row in sight shows what it holds. */
async function scrollTo(page: Page, part: number): Promise<void> {
  await grid(page).evaluate((element, at) => {
    element.scrollTop = at * element.scrollHeight;
  }, part);
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(painted)));
  await expect.poll(() => inSight(page)).toEqual({ filled: true, blank: 0 });
}

/** Whether rows fill the sight, and how many of them are still on their way. */
function inSight(page: Page): Promise<{ filled: boolean; blank: number }> {
  return grid(page).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    const rows = [...element.querySelectorAll(".grid-body > .grid-row")].filter((row) => {
      const place = row.getBoundingClientRect();
      return place.bottom > top && place.top < bottom;
    });
    const blank = rows.filter((row) => row.classList.contains("grid-waiting")).length;
    return { filled: rows.length * (rows[0]?.clientHeight ?? 0) > (bottom - top) / 2, blank };
  });
}

test("100,000 systems are scrolled, sorted, narrowed, corrected and exported", {
  timeout: 240_000,
}, async ({ cadastre, page }) => {
  page.setDefaultTimeout(60_000);
  const csv = join(cadastre.folder, "systems.csv");
  await pipeline(Readable.from(lines()), createWriteStream(csv));
  await cadastre.command("new", "Large.cadastre");
  await cadastre.command("import", csv, "--into", "Large.cadastre", "--table", "itsystem");
  const url = await cadastre.serve(join(cadastre.folder, "Large.cadastre"));
  await page.goto(`${url}#/a/it-system-catalog/t/itsystem`);
  await name(page, 0).getByText("System 000001").waitFor();
  await page.getByText("Rows: 100,000").waitFor();

  for (let part = 0; part <= 10; part++) await scrollTo(page, part / 10);
  await name(page, count - 1)
    .getByText("System 100000")
    .waitFor();
  await grid(page).focus();
  await page.keyboard.press("Control+Home");
  await name(page, 0).getByText("System 000001").waitFor();

  await page.getByRole("columnheader", { name: /^Name/ }).click();
  await name(page, 0).getByText("System 100000").waitFor();

  const words = page.getByRole("searchbox", { name: /IT Systems/ });
  await words.fill("S012345");
  await page.getByText("Rows: 1", { exact: true }).waitFor();
  const criticality = grid(page).locator('[data-row="0"] > [data-column="criticality"]');
  await slideTo(page, "criticality");
  await criticality.click();
  await page.keyboard.press("F2");
  await page.keyboard.type("High");
  await page.keyboard.press("Enter");
  await expect.poll(() => criticality.textContent()).toBe("High");
  await page.getByRole("button", { name: /^Undo/ }).waitFor();
  await words.fill("");
  await page.getByText("Rows: 100,000").waitFor();

  await page.getByRole("button", { name: "Edit filters" }).click();
  await page
    .getByRole("combobox", { name: "Add a condition on a field" })
    .first()
    .selectOption({ label: "Operational Status" });
  await page.getByRole("checkbox", { name: "Suspended" }).check();
  const suspended = Math.floor(count / 7);
  await page.getByText(`Rows: ${suspended.toLocaleString("en")}`).waitFor();

  await page.getByRole("button", { name: "Discard" }).click();
  await page.getByText("Rows: 100,000").waitFor();
  const out = join(cadastre.folder, "out.csv");
  await cadastre.answerDialog(out);
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  await dialog.getByRole("radio", { name: "CSV" }).check();
  await dialog.getByRole("radio", { name: /^All / }).check();
  await dialog.getByRole("button", { name: "Export the list…" }).click();
  await page.getByText("Exported out.csv", { exact: true }).waitFor();
  const text = await readFile(out, "utf8");
  expect(text).toContain('"What system 012345 does, for its people."');
  expect(text.trimEnd().split(/\r?\n/)).toHaveLength(count + 1);
});
