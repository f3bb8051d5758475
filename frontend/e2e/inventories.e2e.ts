// Inventories that real organizations keep, brought in by the window from the first click to records. What a
// person corrects by hand stands in the table below, with the reason; the next time a mapping knows it.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "./test";

/** The folder of samples beside the repository, or wherever CADASTRE_SHARED says. */
function shared(): string {
  for (let at = import.meta.dirname; ; at = dirname(at)) {
    const folder = process.env.CADASTRE_SHARED ?? join(at, "shared");
    if (existsSync(folder) || at === dirname(at)) return join(folder, "samples");
  }
}

/** Something that a person does on the page of the plan. */
type Act = (page: Page) => Promise<void>;

const tab = (page: Page, name: RegExp) => page.getByRole("tab", { name }).click();

/** Creates every name of a kind that the catalogue does not have. */
function create(kind: string): Act {
  return async (page) => {
    await group(page, kind);
    await page.getByRole("button", { name: /^Create the .* undecided values?$/ }).click();
  };
}

/** Leaves blank what cannot be read in a field. */
function blank(field: string): Act {
  return async (page) => {
    await group(page, field);
    await page.getByRole("button", { name: /^Leave the .* undecided values? blank$/ }).click();
  };
}

/** Says what a value of a field stands for. */
function means(field: string, value: string, choice: string): Act {
  return async (page) => {
    await group(page, field);
    await page.getByRole("option", { name: value }).click();
    await page.getByRole("combobox", { name: `Another ${field}` }).fill(choice);
    await page.getByRole("option", { name: choice, exact: true }).click();
  };
}

async function group(page: Page, name: string): Promise<void> {
  await tab(page, /^Values/);
  const chip = page.getByRole("button", { name: new RegExp(`^${name} [\\d,]+$`) });
  const only = page.getByRole("button", { name: /undecided value/ });
  await chip.or(only).first().waitFor();
  if (await chip.isVisible()) await chip.click(); // a single kind needs no choice
}

/** Says which field a column fills. */
function fills(header: string, field: string, sheet?: RegExp): Act {
  return async (page) => {
    await tab(page, /^Sheets and columns/);
    if (sheet) await page.getByRole("tab", { name: sheet }).click();
    await page.getByRole("button", { name: new RegExp(`^“${header}” \\(.* goes into`) }).click();
    await page.getByRole("combobox", { name: /^Field for/ }).fill(field);
    await page.keyboard.press("Enter");
  };
}

/** Gives rows to the tables that their class names. */
const divide: Act = async (page) => {
  await page.getByRole("button", { name: "Divide by “class”…" }).click();
  const dialog = page.getByRole("dialog", { name: "Rows by table" });
  await dialog.getByRole("button", { name: "Divide", exact: true }).click();
  await dialog.getByRole("button", { name: "Done" }).click();
};

/** Each file with what is corrected by hand: why, and what is done. */
const corrections: Record<string, [why: string, act: Act][]> = {
  "inventories/fisma-systems.csv": [
    ["the catalogue is empty: it has no organization units yet", create("Organization Units")],
    ["“System”, “Subsystem” and “Program” are no types of ours", blank("System Type")],
  ],
  "inventories/fisma-assets.csv": [
    [
      "“ID” is the system's, which many computers share, and not the computer's",
      fills("ID", "IT System"),
    ],
    ["the catalogue is empty: it has no systems yet", create("IT Systems")],
    ["and no operating systems", create("IT Technologies")],
  ],
  "inventories/govuk-apps.csv": [
    ["the catalogue is empty: it has no teams yet", create("Organization Units")],
  ],
  "inventories/gsa-it-standards-2021.csv": [
    ["the catalogue is empty: it has no types of technology yet", create("IT Technology Types")],
  ],
  "inventories/omb-ai-use-cases-2024-v2.csv": [
    ["the catalogue is empty: it has no agencies yet", create("Organization Units")],
    ["“Ideation” is a stage of theirs", means("Lifecycle Stage", "Ideation", "Planned")],
    ["so is “In mission”", means("Lifecycle Stage", "In mission", "Operational")],
    ["what else stands there says no stage", blank("Lifecycle Stage")],
    ["sentences stand where there is no date of retirement", blank("Retirement Date")],
    ["and where none of implementation is known", blank("Go Live Date")],
  ],
  "inventories/servicenow-cmdb-ci.csv": [
    ["software, computers and services are in one sheet", divide],
    [
      "of software the manufacturer is the vendor",
      fills("manufacturer", "Vendor", /IT Technologies/),
    ],
    ["the catalogue is empty: it has no vendors yet", create("Accounts")],
    ["no types of technology", create("IT Technology Types")],
    ["no locations", create("Locations")],
    ["no types of component", create("IT System Component Types")],
    ["no persons", create("Persons")],
    ["and no products", create("IT Products")],
  ],
  "inventories/valid_it_contract_example.xlsx": [],
  "inventories/invalid_contract_example.xlsx": [],
  "dataverse/it-service-management-data.zip": [],
  "dataverse/core-data.zip": [],
};

const most = 10;

/** Read, created, updated, unchanged, skipped, rejected. */
async function counts(page: Page): Promise<number[]> {
  const bar = page.getByRole("group", { name: "Rows by what would become of them" });
  const texts = await bar.getByRole("button").allInnerTexts();
  return texts.map((text) => Number.parseInt(text.replaceAll(",", ""), 10));
}

/** Waits for the plan of a file, and for every answer to count. */
async function planned(page: Page, file: string): Promise<void> {
  const name = file.slice(file.lastIndexOf("/") + 1);
  await page.getByRole("heading", { name: `Import ${name}` }).waitFor();
  // Before that the first rows are shown while the rest is being read.
  await page.getByText("Rows read", { exact: true }).waitFor();
  await page.getByText("A new plan is being made").waitFor({ state: "detached" });
}

async function correct(page: Page, file: string, acts: [string, Act][]): Promise<void> {
  expect(acts.length).toBeLessThanOrEqual(most);
  for (const [, act] of acts) {
    await act(page);
    await planned(page, file);
  }
}

const names = Object.keys(corrections);

test.skipIf(!existsSync(shared())).for(names)(
  "%s",
  { timeout: 120_000 },
  async (name, { cadastre, page }) => {
    const file = join(shared(), name);
    const acts = corrections[name] ?? [];
    await cadastre.command("new", "Own.cadastre");
    const url = await cadastre.serve(join(cadastre.folder, "Own.cadastre"));
    await page.goto(`${url}#/import`);
    await page.getByRole("button", { name: "Choose files…" }).waitFor();

    await cadastre.dropFiles(file);
    await planned(page, name);
    await correct(page, name, acts);
    const [read = 0, created = 0, ...others] = await counts(page);
    expect(created + others.reduce((sum, n) => sum + n, 0)).toBe(read);
    expect(created).toBeGreaterThan(0);
    expect(others.at(-1)).toBe(0);
    await page
      .getByRole("button", { name: /^Create [\d,]+ / })
      .last()
      .click();
    await page.getByRole("heading", { name: /^Created / }).waitFor();
    if (acts.length > 0) {
      await page.getByRole("button", { name: "Save how it was understood…" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
      await page.getByText(/ is offered when such a file comes again\.$/).waitFor();
    }

    await cadastre.dropFiles(file);
    await planned(page, name);
    if (acts.length > 0) await page.getByText("Understood as saved in").waitFor();
    await page.getByRole("button", { name: "No corrections" }).waitFor();
    const again = await counts(page);
    expect(again.slice(1, 3)).toEqual([0, 0]);
    expect(again.at(-1)).toBe(0);
  },
);
