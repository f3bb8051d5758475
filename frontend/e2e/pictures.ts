// Takes the README's pictures, light and dark. Run by `go run ./build screenshots`.
import { mkdir, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { describe } from "vitest";
import type { Cadastre } from "./cadastre";
import { expect, test } from "./test";

const folder = resolve(import.meta.dirname, "../../build/pictures");
const largest = 300_000;

/** A spreadsheet such as people keep: other headers, other spellings, a few mistakes. */
const inventory = `Application,Acronym,Business criticality,Lifecycle,Contact person,Next review,URL
Environmental Permits and Licensing System,EPLS,High,In production,Harold Jessup,3/31/2027,https://permits.example.gov
Enterprise GIS Platform,EGIS,Moderate,In production,Joanna Piotrowska,12/15/2026,https://gis.example.gov
Drought Monitoring Dashboard,DMD,Low,Live,Walter Strout,2/28/2027,https://drought.example.gov
Field Data Collection,FDC,Medium,Live,Elias Tsosie,4/14/2027,
Trail Condition Reports,TCR,Low,Planned,Carmen Villalobos,6/30/2027,https://trails.example.gov
Groundwater Well Registry,GWR,Hihg,Development,Nadia Haddad,9/1/2027,https://wells.example.gov
Boat Launch Cameras,BLC,Low,Planned,Ramón Ibáñez,5/20/2027,
`;

async function openSample(page: Page, cadastre: Cadastre): Promise<void> {
  const file = join(cadastre.folder, "Waters, Lands and Parks.cadastre");
  await cadastre.command("new", file, "--sample");
  await page.goto(await cadastre.serve(file));
  await page.getByText("Air Monitoring Data System").waitFor();
}

/** What each picture shows: the steps from an open page to the screen. */
const scenes: Record<string, (page: Page, cadastre: Cadastre) => Promise<void>> = {
  systems: openSample,
  system: async (page, cadastre) => {
    await openSample(page, cadastre);
    await page.getByText("Enterprise GIS Platform").click();
    await page.getByRole("tab", { name: "General" }).waitFor();
    await page.getByText("Saved").waitFor();
  },
  import: async (page, cadastre) => {
    await openSample(page, cadastre);
    const file = join(cadastre.folder, "application inventory.csv");
    await writeFile(file, inventory);
    await cadastre.dropFiles(file);
    await page.getByRole("tab", { name: /^Rows/ }).click();
    await page.getByText("Groundwater Well Registry").first().waitFor();
  },
};

describe.each(["light", "dark"] as const)("%s", (colorScheme) => {
  test.for(Object.entries(scenes))("%s", async ([name, show], { page, cadastre }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await show(page, cadastre);
    await page.evaluate(() => document.fonts.ready);

    await mkdir(folder, { recursive: true });
    const path = join(folder, `${name}-${colorScheme}.png`);
    await page.screenshot({ path, animations: "disabled", caret: "hide" });
    expect((await stat(path)).size, `${path} is too large for a README`).toBeLessThan(largest);
  });
});
