import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { Cadastre } from "./cadastre";
import { effects, longPlant, plant, plantedPackage, plantedWorkbook, watchPlants } from "./planted";
import { type Row, Sample, slideTo } from "./records";
import { expect, test } from "./test";

interface Field {
  key: string;
  kind: string;
  system?: boolean;
  parts?: string[];
  parent?: boolean;
  target?: string;
  maxLength?: number;
}

interface Model {
  tables: { key: string; label: string; fields: Field[] }[];
  apps: { key: string; areas: { groups: { tables: string[]; dashboards?: string[] }[] }[] }[];
}

const go = async (page: Page, hash: string) => {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
};

const settled = (page: Page) =>
  page.waitForFunction(() => !document.querySelector('[aria-busy="true"], [role="progressbar"]'));

/** Nothing of what was planted has become anything but text, on the page that is shown now. */
async function expectText(page: Page, where: string): Promise<void> {
  await settled(page);
  expect(await effects(page), where).toEqual([]);
}

const texts: Record<string, string> = {
  text: plant,
  user: plant,
  memo: longPlant,
  richtext: `<p>Kept${longPlant}</p>`,
  url: `https://planted.example/${plant}`,
  email: "'onerror=planted()@planted.example",
  phone: "<plant-ed>",
};

/** Plants a record into every table, with a text in every field that takes one, and links them. */
async function plantRecords(sample: Sample, { tables }: Model): Promise<Map<string, Row>> {
  const made = new Map<string, Row>();
  const save = (table: string, row: Row | undefined, values: Record<string, unknown>) => {
    const { id = "", version = 0 } = row ?? {};
    return sample.call<Row>("Records.Save", { table, id, version, values, complete: false });
  };
  const own = (fields: Field[]) => fields.filter((f) => !f.system && !f.parts?.length);
  const written = (fields: Field[]) =>
    own(fields).flatMap((f) => {
      const text = texts[f.kind]?.slice(0, f.maxLength || undefined);
      return text ? [[f.key, text]] : [];
    });
  const linked = (fields: Field[]) =>
    own(fields).flatMap((f) => {
      const to = f.kind === "lookup" && !f.parent && made.get(f.target ?? "");
      return to ? [[f.key, to.id]] : [];
    });
  // Names that are composed may be so of links.
  const composed = ({ fields }: Model["tables"][number]) => fields.some((f) => f.parts?.length);
  for (const { key, fields } of [...tables].sort((a, b) => +composed(a) - +composed(b))) {
    const values = Object.fromEntries([...written(fields), ...linked(fields)]);
    made.set(key, await save(key, undefined, values));
  }
  for (const { key, fields } of tables) {
    const links = linked(fields);
    if (links.length > 0) await save(key, made.get(key), Object.fromEntries(links));
  }
  return made;
}

/** Gives a command by the palette. */
async function give(page: Page, command: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.keyboard.type(command);
  await page.getByRole("option", { name: command }).first().waitFor();
  await page.keyboard.press("Enter");
}

/** Moves over what may have more to say. */
async function hoverSome(page: Page): Promise<void> {
  for (const each of (await page.locator("#page :is(button, a, [title]):visible").all()).slice(-24))
    await each.hover({ force: true, timeout: 1000 }).catch(() => {}); // it may be gone by then
}

/** A sample catalogue with planted records, by a person with a planted name, in a file of such a name. */
async function openPlanted(page: Page, cadastre: Cadastre) {
  await watchPlants(page);
  await page.addInitScript(() => {
    window.print = () => {}; // a browser without a window has no dialog for it
  });
  const sample = await Sample.open(page, cadastre, "<plant-ed><img src=x onerror=planted()>");
  const settings = await sample.call<object>("Preferences.Get");
  await sample.call("Preferences.Set", { ...settings, who: `Ann ${plant}` });
  const model = await sample.call<Model>("Model.Get");
  const made = await plantRecords(sample, model);
  return { sample, model, idIn: (table: string) => made.get(table)?.id ?? "" };
}

test("what the data says stays text in every list, form and dashboard", {
  timeout: 240_000,
}, async ({ cadastre, page }) => {
  const { sample, model, idIn } = await openPlanted(page, cadastre);
  for (const { key } of model.tables) {
    await go(page, `#/a/it-system-catalog/t/${key}?q=plant-ed`);
    await page.locator("[data-row]").first().waitFor();
    await sample.show(key, idIn(key));
    const tabs = page.locator(".form").getByRole("tab");
    for (const tab of (await tabs.all()).slice(1)) {
      await tab.click();
      await settled(page);
    }
    await expectText(page, key);
  }
  for (const app of model.apps)
    for (const dashboard of app.areas.flatMap((a) => a.groups.flatMap((g) => g.dashboards ?? []))) {
      await go(page, `#/a/${app.key}/d/${dashboard}`);
      await page.locator(".chart-keys button, .chart-legend button").first().waitFor();
      await expectText(page, dashboard);
    }
});

test("what the data says stays text in every dialog, drawing, print and import", {
  timeout: 240_000,
}, async ({ cadastre, page }) => {
  const { sample, idIn } = await openPlanted(page, cadastre);
  const table = "itsystem";
  const system = idIn(table);
  const view = await sample.call<{ view: { key: string } }>(
    "Views.Save",
    {
      ...{ key: "", table, label: `View ${plant}`, columns: ["name", "vendor", "description"] },
      filter: { conditions: [{ attribute: "name", operator: "like", values: ["plant-ed"] }] },
      group: { field: "vendor" },
    },
    true,
  );
  await page.reload();
  const list = `#/a/it-system-catalog/t/${table}?view=${view.view.key}`;
  const scenes: Record<string, () => Promise<unknown>> = {
    "a saved view, its groups and filters": async () => {
      await go(page, list);
      await page.locator("[data-row]").first().waitFor();
      await page.getByRole("button", { name: "Edit filters" }).click();
      await hoverSome(page);
      await page.getByTitle("Choose another view").click();
      await page.getByRole("searchbox", { name: "Find a view" }).waitFor();
      await page.keyboard.press("Escape");
    },
    "a chart by vendors, as a table and as a picture": async () => {
      await page.keyboard.press("Control+Shift+G");
      await page.getByLabel("Group by").selectOption("vendor");
      await page.locator(".chart-keys button, .chart-legend button").first().waitFor();
      await page.getByRole("button", { name: /as a table$/ }).click();
      const drawing = join(cadastre.folder, "drawing.svg");
      await cadastre.answerDialog(drawing);
      await page.getByRole("button", { name: /as a picture$/ }).click();
      await page.getByRole("menuitem", { name: /^SVG/ }).click();
      await page.getByText("Saved drawing.svg", { exact: true }).waitFor();
      expect(await readFile(drawing, "utf8")).not.toMatch(/<(plant-ed|img|script)/);
      await page.keyboard.press("Control+Shift+G");
    },
    "the print of a list and of a record": async () => {
      for (const address of [list, `#/a/it-system-catalog/t/${table}/${system}`]) {
        await go(page, address);
        await page.locator("[data-row], .form").first().waitFor();
        await page.keyboard.press("Control+P");
        await page.locator(".print-sheet").waitFor({ state: "attached" });
        await expectText(page, "print");
        await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
        await page.locator(".print-sheet").waitFor({ state: "detached" });
      }
    },
    "a record's history and its deletion": async () => {
      await page.keyboard.press("Control+Shift+H");
      await page.getByRole("dialog").getByRole("listitem").first().waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await page.keyboard.press("Control+Delete");
      await page.getByRole("button", { name: "Cancel" }).click();
    },
    "the palette": async () => {
      await page.keyboard.press("Control+k");
      await page.keyboard.type("plant-ed");
      await page.getByRole("option").nth(5).waitFor();
      await page.keyboard.press("Escape");
    },
    "pasted markup": () => paste(page, sample, system),
    "the history, change by change": async () => {
      await page.keyboard.press("Control+h");
      const changes = page.getByRole("listbox", { name: "Changes" });
      await changes.focus();
      for (let n = 0; n < 6; n++) {
        await page.keyboard.press("ArrowDown");
        await settled(page);
      }
    },
    "settings and backups": async () => {
      await page.keyboard.press("Control+,");
      await page.getByRole("button", { name: "Back up now" }).click();
      await page
        .getByRole("list", { name: "Backups" })
        .getByText(/by hand/)
        .waitFor();
    },
    "home, recent catalogues and notices": async () => {
      await page.keyboard.press("Alt+Home");
      await page.getByRole("heading", { level: 1 }).waitFor();
      await hoverSome(page);
      await give(page, "Close the catalogue");
      await page.getByRole("heading", { level: 1, name: "Cadastre" }).waitFor();
      await page.getByRole("button", { name: /^<plant-ed>/ }).click();
      await page.locator("#navigation").waitFor();
    },
    "an import": () => bringIn(sample, cadastre),
  };
  for (const [where, act] of Object.entries(scenes)) {
    await act().catch((error: Error) => {
      throw new Error(`${where}: ${error.message}`);
    });
    await expectText(page, where);
  }
});

/** Without handlers: Chromium complains of those even where it only reads a text and would not run them. */
const inert = longPlant.replace(/ on\w+=planted\(\)/g, "");

/** Pastes markup into a rich text, a line and the list. */
async function paste(page: Page, sample: Sample, system: string): Promise<void> {
  await sample.show("itsystem", system);
  const into = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element, html) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/html", html);
        clipboardData.setData("text/plain", html);
        element.dispatchEvent(
          new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
        );
      }, inert);
  await into(".form .richtext[contenteditable]");
  await sample.field("Abbreviation").focus();
  await into(".form input");
  await page.keyboard.press("Control+z");
  await expectText(page, "pasted into a form");
  await go(page, "#/a/it-system-catalog/t/itsystem?q=plant-ed");
  const leave = page.getByRole("button", { name: "Leave without saving" });
  await leave.or(page.locator("[data-row]")).first().waitFor();
  if (await leave.isVisible()) await leave.click();
  await slideTo(page, "criticality");
  await page.locator("[data-row] > [data-column='criticality']").first().click();
  await into("[role=grid]:focus");
  await page.getByText("1 problem in 1 row").waitFor();
  await expectText(page, "pasted into a list");
  await page.getByRole("button", { name: "Leave all" }).click();
}

/** Brings in a workbook and a package, past every part of their plans. */
async function bringIn(sample: Sample, cadastre: Cadastre): Promise<void> {
  const { page } = sample;
  for (const file of [
    await plantedWorkbook(cadastre.folder),
    await plantedPackage(cadastre.folder),
  ]) {
    await cadastre.dropFiles(file);
    await page.getByRole("tab", { name: /^Rows \(/ }).waitFor();
    await page
      .getByText(file.split("/").at(-1) ?? "")
      .first()
      .waitFor();
    const rows = page.getByRole("tab", { name: /^Rows \(/ });
    for (const tab of await page
      .getByRole("tablist")
      .filter({ has: rows })
      .getByRole("tab")
      .all()) {
      await tab.click();
      await hoverSome(page);
      await expectText(page, `${file}: ${await tab.innerText()}`);
    }
    const partial = page.getByRole("button", { name: "Take good rows and cells" });
    if (await partial.isVisible()) await partial.click();
    const unknown = page.getByRole("button", { name: "Create unknown names" });
    if (await unknown.isVisible()) await unknown.click();
    await page.getByRole("button", { name: /^(Create|Update) \d/ }).click();
    await page.getByRole("heading", { name: /^(Created|Updated) \d/ }).waitFor();
    await expectText(page, file);
  }
  await sample.showFirst("itsystem", "Packed");
  const shown = await page.locator(".form .richtext").first().innerText();
  expect(shown).toContain("Kept");
}
