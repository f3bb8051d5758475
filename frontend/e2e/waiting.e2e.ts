import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expectAccessible } from "./accessible";
import type { Cadastre } from "./cadastre";
import { expect, test } from "./test";

const policies = `name,targettable,fieldname,authoritativesources,commitmode
URLs,itsystem,url,"SNOW, AZ",On Ingest
`;

/** A catalogue whose addresses came from a source that counts more than AZ. */
async function openCatalogue(cadastre: Cadastre, page: Page): Promise<string> {
  const file = join(cadastre.folder, "City.cadastre");
  const write = async (name: string, text: string) => {
    await writeFile(join(cadastre.folder, name), text);
    return join(cadastre.folder, name);
  };
  const rows = (host: string) =>
    ["Payroll", "Permits", "Fines"]
      .map((n) => `${n},https://${host}.example.gov/${n},Operational`)
      .join("\n");
  const into = ["--into", file, "--table"];
  await cadastre.command("new", file);
  const setup = await write("policies.csv", policies);
  await cadastre.command("import", setup, ...into, "integrationcommitpolicy");
  const snow = await write("snow.csv", `Name,URL,Lifecycle Stage\n${rows("snow")}\n`);
  await cadastre.command("import", snow, ...into, "itsystem", "--source", "SNOW");
  await page.goto(await cadastre.serve(file));
  await page
    .locator("#navigation")
    .getByRole("link", { name: /^IT Systems/ })
    .waitFor();
  return await write("systems.csv", `Name,URL,Lifecycle Stage\n${rows("cloud")}\n`);
}

test("what a lesser source brings waits, and is accepted, declined and taken back", async ({
  cadastre,
  page,
}) => {
  const cloud = await openCatalogue(cadastre, page);
  await cadastre.dropFiles(cloud);
  const source = page.getByRole("combobox", { name: "Rows come from" });
  await source.fill("AZ");
  await source.press("Enter");
  await source.press("Tab");
  await page
    .getByText(/3 values of AZ will wait/)
    .first()
    .waitFor();
  await page.getByRole("button", { name: "Note what AZ brought" }).click();
  await page.getByText("Noted what AZ brought").first().waitFor();

  await page.keyboard.press("Control+k");
  await page.keyboard.type("Waiting Values");
  await page.getByRole("option", { name: "Waiting Values" }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("tab", { name: "To accept (3)" }).waitFor();
  await page.getByText("https://cloud.example.gov/Payroll").waitFor();
  await expectAccessible(page);

  await onlyOfWhatIsShown(page);
  await page.getByRole("button", { name: "Accept URL of Payroll" }).click();
  await page.getByRole("tab", { name: "To accept (2)" }).waitFor();
  await page.getByRole("checkbox", { name: "Select URL of Fines" }).check();
  await page.getByRole("button", { name: "Decline 1 value" }).click();
  await page.getByRole("tab", { name: "To accept (1)" }).waitFor();
  await page.getByRole("button", { name: "Accept 1 value" }).click();
  await page.getByRole("tab", { name: "To accept (0)" }).waitFor();
  const outcomes = await page
    .getByRole("cell", { name: /^(Accepted|Declined)$/ })
    .allTextContents();
  expect(outcomes).toEqual(["Declined", "Accepted", "Accepted"]);
  await expectAccessible(page);

  for (let left = 1; left <= 3; left++) {
    await page.keyboard.press("Control+z");
    await page.getByRole("tab", { name: `To accept (${left})` }).waitFor();
  }
  expect(await page.getByRole("row").count()).toBe(4);
});

/** All that a filter leaves is decided once it is in sight, and not before. */
async function onlyOfWhatIsShown(page: Page): Promise<void> {
  const all = page.getByRole("button", { name: /^Accept (all|1 value)/ });
  const words = page.getByRole("searchbox", { name: "Search what waits" });
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/call/SourceSystems.Waiting", async (route) => {
    await held;
    await route.continue();
  });
  await words.fill("Payroll");
  await page.waitForURL(/q=Payroll/);
  expect(await all.isDisabled()).toBe(true);
  answer();
  await page.getByRole("button", { name: "Accept 1 value" }).waitFor();
  expect(await all.isDisabled()).toBe(false);
  await page.unroute("**/call/SourceSystems.Waiting");
  await words.fill("");
  await page.getByRole("button", { name: "Accept all 3" }).waitFor();
}
