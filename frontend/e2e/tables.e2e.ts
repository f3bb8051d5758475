import type { Locator, Page } from "playwright-core";
import { expectAccessible } from "./accessible";
import { Sample } from "./records";
import { expect, test } from "./test";

interface Model {
  tables: Table[];
  forms: { table: string; kind: string; tabs: { sections: { fields: string[] }[] }[] }[];
  apps: { key: string; areas: { groups: { tables: string[] }[] }[] }[];
}

interface Table {
  key: string;
  label: string;
  plural: string;
  fields: {
    key: string;
    label: string;
    kind: string;
    required: boolean;
    maxLength?: number;
    names?: { what: string };
  }[];
}

const typed: Record<string, string> = {
  text: "Walked",
  email: "walked@example.gov",
  phone: "+1 555 0100",
  url: "https://walked.example.gov",
  date: "2027-02-28",
  whole: "42",
  decimal: "4.25",
};

// Every table of the model, also those that are added later, from its list to a record of its own.
test("every table is opened, quick-created in and shown as a form with all its tabs, open to everybody", {
  timeout: 600_000,
}, async ({ cadastre, page }) => {
  const sample = await Sample.open(page, cadastre);
  const model = await sample.call<Model>("Model.Get");
  for (const table of model.tables) {
    const app = appOf(model, table.key);
    expect(app, `no app leads to ${table.plural}`).toBeDefined();
    await openList(page, `#/a/${app}/t/${table.key}`, table.plural);
    expect(await cutIn(page), table.plural).toEqual([]);
    await expectAccessible(page, "#page");

    await quickCreate(sample, model, table);
    await page
      .locator(".quick-create")
      .waitFor({ state: "detached", timeout: 5_000 })
      .catch(async () => {
        const faults = await page.locator(".form-field:has(.form-fault)").allInnerTexts();
        throw new Error(`a quick ${table.label} cannot be saved: ${faults.join("; ")}`);
      });
    const told = page.getByText(new RegExp(`^${table.label} “.+” created$`)).last();
    const name = /“(.+)”/.exec(await told.innerText())?.[1];
    await page.locator(".fui-Toast", { has: told }).getByRole("button", { name: "Open" }).click();
    await page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
    await expectAccessible(page, "#page");
    for (const tab of (await page.locator(".form").getByRole("tab").all()).slice(1)) {
      await tab.click();
      await page.locator('.form [aria-busy="true"]').first().waitFor({ state: "detached" });
      await expectAccessible(page, ".form");
    }
  }
});

test("a list without rows shows its labels whole, and fits anew when the first row comes", {
  timeout: 300_000,
}, async ({ cadastre, page }) => {
  const sample = await Sample.open(page, cadastre, "empty", []);
  const model = await sample.call<Model>("Model.Get");
  for (const table of model.tables) {
    await openList(page, `#/a/${appOf(model, table.key)}/t/${table.key}`, table.plural);
    expect(await cutIn(page), table.plural).toEqual([]);
  }
  const name = "Customizable Analyzing Customer Loyalty Infrastructure";
  await openList(page, "#/a/it-system-catalog/t/itsystem", "IT Systems");
  await sample.call("Records.Save", { table: "itsystem", values: { name } });
  await page.getByRole("button", { name, exact: true }).waitFor();
  expect(await cutIn(page, ".grid-name")).toEqual([]);
});

/** What of the list's labels, or of what the selector says, is not wholly to be read. */
const cutIn = (page: Page, parts = ".grid-head .grid-label > span:first-child") =>
  page
    .locator(parts)
    .evaluateAll((all) =>
      all.filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.textContent),
    );

const appOf = ({ apps }: Model, table: string) =>
  apps.find(({ areas }) =>
    areas.some(({ groups }) => groups.some(({ tables }) => tables.includes(table))),
  )?.key;

async function openList(page: Page, address: string, plural: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
  await page.getByRole("toolbar", { name: `Commands for ${plural}`, exact: true }).waitFor();
  await page.locator("[data-row]").or(page.locator(".empty-state")).first().waitFor();
}

/** Fills the short form and saves it. */
async function quickCreate({ page }: Sample, model: Model, table: Table): Promise<void> {
  await page.getByRole("button", { name: "New record" }).click();
  await page.getByRole("menuitem", { name: table.label, exact: true }).click();
  const panel = page.locator(".quick-create");
  await panel.getByRole("button", { name: "Save & Close" }).waitFor();
  await expectAccessible(page, ".quick-create");
  const form = model.forms.find((each) => each.table === table.key && each.kind === "quickCreate");
  const keys = form?.tabs.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields)) ?? [];
  for (const { key, label, kind, required, maxLength, names } of table.fields) {
    if (!keys.includes(key)) continue;
    const chosen = names !== undefined && names.what !== "source"; // of what the model has
    const words = typed[kind]?.slice(0, maxLength || undefined);
    const line = panel.getByRole("textbox", { name: label, exact: true });
    const box = panel.getByRole("combobox", { name: label, exact: true });
    if (words && !chosen) await line.or(box).first().fill(words);
    else if (required || chosen) await pickFirst(page, box);
  }
  await panel.getByRole("button", { name: "Save & Close" }).click();
}

async function pickFirst(page: Page, box: Locator): Promise<void> {
  await box.focus();
  await page.keyboard.press("ArrowDown");
  await page.getByRole("option").filter({ hasNotText: /^New / }).first().click();
}
