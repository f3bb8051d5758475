// Values that the catalogue does not know: each once, decided for all its rows.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expectAccessible } from "./accessible";
import type { Cadastre } from "./cadastre";
import { expect, test } from "./test";

const systems = [
  "Name,Vendor,Criticality,Point of Contact",
  "Payroll,Dell Inc.,Hihg,Ann Approver",
  "Permits,Dell Inc.,Hihg,",
  "Grants,Lenovo,Low,Ann Approver",
  "Archive,Nobody we know,Low,",
].join("\n");

/** Opens a catalogue with two vendors and drops a list of systems on it. */
async function drop(page: Page, cadastre: Cadastre): Promise<void> {
  const file = join(cadastre.folder, "Own.cadastre");
  const accounts = join(cadastre.folder, "accounts.csv");
  const list = join(cadastre.folder, "our systems.csv");
  await writeFile(accounts, "Account Name\nDell\nAcme Holdings");
  await writeFile(list, systems);
  await cadastre.command("new", file);
  await cadastre.command("import", accounts, "--into", file);
  const url = await cadastre.serve(file);
  await page.goto(`${url}#/import`);
  await page.getByRole("button", { name: "Choose files…" }).waitFor();
  await cadastre.dropFiles(list);
  await page.getByRole("tab", { name: "Values (5 to decide)" }).click();
}

const line = (page: Page, text: RegExp) => page.getByRole("option", { name: text });

test("an unknown value is decided once for all its rows, by the keyboard, and taken back", async ({
  cadastre,
  page,
}) => {
  await drop(page, cadastre);
  const list = page.getByRole("listbox", { name: "Values that the catalogue does not know" });
  await line(page, /Dell Inc\..*2 rows.*To decide/).waitFor();
  await expectAccessible(page);
  const detail = page.getByRole("complementary");

  await detail.getByRole("button", { name: "Dell", exact: true }).click();
  await line(page, /Dell Inc\..*Dell$/).waitFor();
  await page.getByRole("tab", { name: "Values (4 to decide)" }).waitFor();
  const rowsTab = page.getByRole("tab", { name: "Rows (4)" });
  const stood = await rowsTab.boundingBox();

  await detail.getByRole("heading", { name: "Lenovo" }).waitFor();
  await page.keyboard.press("Tab");
  await detail.getByRole("combobox", { name: "Another Account" }).fill("acme");
  await page.getByRole("option", { name: "Acme Holdings" }).click();
  await line(page, /Lenovo.*Acme Holdings$/).waitFor();

  await detail.getByRole("button", { name: "Leave out its 1 row" }).click();
  await line(page, /Nobody we know.*Rows left out/).waitFor();
  await detail.getByRole("button", { name: "High" }).click();
  await detail.getByRole("heading", { name: "Ann Approver" }).waitFor();
  await detail.getByRole("button", { name: "Create it" }).click();
  await page.getByRole("tab", { name: "Values (5)" }).waitFor();
  expect(await rowsTab.boundingBox()).toEqual(stood);
  await detail.getByText("Every value is decided").waitFor();
  await list.focus();
  await expectAccessible(page);

  await page.keyboard.press("Control+z");
  await page.getByRole("tab", { name: "Values (1 to decide)" }).waitFor();
  await page.getByRole("button", { name: "4 corrections" }).click();
  await page.getByText("Account “Dell Inc.” is “Dell”").waitFor();
  await page.keyboard.press("Escape");

  await page.getByRole("checkbox", { name: "Only what is to decide" }).click();
  await detail.getByRole("button", { name: "Create it" }).click();
  await page.getByText("Every value is decided").waitFor();
  await page.getByRole("button", { name: "Create 3 IT Systems, and 1 record they name" }).click();
  await page.getByRole("heading", { name: /^Created 3 IT Systems/ }).waitFor();
  const found = await cadastre.command(
    "list",
    join(cadastre.folder, "Own.cadastre"),
    "itsystem",
    "--json",
  );
  const rows = JSON.parse(found).rows as { display: Record<string, string> }[];
  expect(rows.map(({ display }) => `${display.name}: ${display.vendor}`)).toEqual([
    "Grants: Acme Holdings",
    "Payroll: Dell",
    "Permits: Dell",
  ]);
});

test("all undecided values of a kind get one answer", async ({ cadastre, page }) => {
  await drop(page, cadastre);
  await page.getByRole("button", { name: "Accounts 3" }).click();
  await page.getByRole("button", { name: "Create the 3 undecided values" }).click();
  await line(page, /Nobody we know.*New/).waitFor();
  await page.getByRole("tab", { name: "Values (2 to decide)" }).waitFor();
  await page.getByRole("button", { name: "1 correction, 3 values decided" }).waitFor();

  await page.getByRole("button", { name: "Take good rows and cells" }).click();
  await page.getByRole("button", { name: /^Create 4 IT Systems/ }).click();
  const sentence = await page.getByText(/^Kept in the history: .*3 values decided\.$/).innerText();
  const kept = sentence.slice("Kept in the history: ".length, -1);
  await page.getByRole("button", { name: "Look at it there" }).click();
  await page.getByRole("button", { name: kept }).click();
  await page
    .getByRole("dialog")
    .getByText(/^Account: 3 values created: /)
    .waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Copy all as text" }).click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
});

test("what was decided is kept by name, and the next file of its shape needs no answer", async ({
  cadastre,
  page,
}) => {
  await drop(page, cadastre);
  const detail = page.getByRole("complementary");
  await detail.getByRole("button", { name: "Dell", exact: true }).click();
  await page.getByRole("button", { name: "Accounts 3" }).click();
  await page.getByRole("button", { name: "Create the 2 undecided values" }).click();
  await page.getByRole("button", { name: "Criticality 1" }).click();
  await detail.getByRole("button", { name: "High" }).click();
  await page.getByRole("button", { name: "Persons 1" }).click();
  await detail.getByRole("button", { name: "Create it" }).click();

  await page.getByRole("button", { name: "Create 4 IT Systems, and 3 records they name" }).click();
  await page.getByRole("button", { name: "Save how it was understood…" }).click();
  await page.getByRole("textbox", { name: "Name" }).waitFor();
  await page.keyboard.type("The vendors’ list"); // over the name that is proposed
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await page.getByText("“The vendors’ list” is offered when such a file comes again.").waitFor();

  const next = join(cadastre.folder, "their systems.csv");
  await writeFile(next, `${systems}\nTolls,Dell Inc.,Hihg,`);
  await cadastre.dropFiles(next);
  await page.getByText("Understood as saved in “The vendors’ list”.").waitFor();
  await page.getByRole("button", { name: "No corrections" }).waitFor();
  await page.getByRole("row", { name: /Vendor.*Saved mapping/ }).waitFor();
  await page.getByRole("button", { name: "Create 1 IT System", exact: true }).waitFor();
  await expectAccessible(page);

  const file = join(cadastre.folder, "mapping.json");
  await cadastre.answerDialog(file);
  await page.getByRole("button", { name: "Mapping", exact: true }).click();
  await page.getByRole("menuitem", { name: "Save it as a file…" }).click();
  await page.getByText(`Saved as ${file}.`).first().waitFor();
  await page
    .getByRole("region", { name: "Import their systems.csv" })
    .getByRole("button", { name: "Recognise anew" })
    .click();
  await page.getByRole("tab", { name: /^Values \(\d to decide\)/ }).waitFor();
  await cadastre.answerDialog(file);
  await page.getByRole("button", { name: "Mapping", exact: true }).click();
  await page.getByRole("menuitem", { name: "Go by a mapping’s file…" }).click();
  await page.getByRole("button", { name: "Create 1 IT System", exact: true }).click();
  await page.getByRole("heading", { name: "Created 1 IT System" }).waitFor();

  await page.reload();
  await page.evaluate(() => {
    location.hash = "#/import";
  });
  await page.getByRole("button", { name: "Saved mappings…" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Delete the mapping “The vendors’ list”" }).click();
  await page.getByText("No mapping is saved in this catalogue.").waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: "Saved mappings…" }).waitFor({ state: "detached" });
});
