// Inventories that real organizations keep, brought in by the window from the first click to records.
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

const names = [
  "inventories/fisma-systems.csv",
  "inventories/fisma-assets.csv",
  "inventories/govuk-apps.csv",
  "inventories/gsa-it-standards-2021.csv",
  "inventories/omb-ai-use-cases-2024-v2.csv",
  "inventories/servicenow-cmdb-ci.csv",
  "inventories/valid_it_contract_example.xlsx",
  "inventories/invalid_contract_example.xlsx",
  "dataverse/it-service-management-data.zip",
  "dataverse/core-data.zip",
];

/** Read, created, updated, unchanged, skipped, rejected. */
async function counts(page: Page): Promise<number[]> {
  const group = page.getByRole("group", { name: "Rows by what would become of them" });
  const texts = await group.getByRole("button").allInnerTexts();
  return texts.map((text) => Number.parseInt(text.replaceAll(",", ""), 10));
}

/** Waits for a plan of the file, and takes what is good of it where something is not. */
async function plan(page: Page, file: string): Promise<number[]> {
  const name = file.slice(file.lastIndexOf("/") + 1);
  await page.getByRole("heading", { name: `Import ${name}` }).waitFor();
  // Before that the first rows are shown while the rest is being read.
  await page.getByText("Rows read", { exact: true }).waitFor();
  for (const wayOut of ["Create unknown names", "Take the good ones"]) {
    const button = page.getByRole("button", { name: wayOut });
    if (await button.isVisible()) await button.click();
    await page.getByText("A new plan is being made").waitFor({ state: "detached" });
  }
  const [read = 0, ...outcomes] = await counts(page);
  expect(outcomes.reduce((sum, n) => sum + n, 0)).toBe(read);
  expect(read).toBeGreaterThan(0);
  return [read, ...outcomes];
}

test.skipIf(!existsSync(shared())).for(names)("%s", async (name, { cadastre, page }) => {
  const file = join(shared(), name);
  await cadastre.command("new", "Own.cadastre");
  const url = await cadastre.serve(join(cadastre.folder, "Own.cadastre"));
  await page.goto(`${url}#/import`);
  await page.getByRole("button", { name: "Choose files…" }).waitFor();

  await cadastre.dropFiles(file);
  const [, created = 0] = await plan(page, file);
  expect(created).toBeGreaterThan(0);
  await page
    .getByRole("button", { name: /^Create / })
    .last()
    .click();
  await page.getByRole("heading", { name: /^Created / }).waitFor();

  await cadastre.dropFiles(file);
  const again = await plan(page, file);
  expect(again.slice(1, 3)).toEqual([0, 0]);
});
