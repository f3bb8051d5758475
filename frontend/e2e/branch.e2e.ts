import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expectAccessible } from "./accessible";
import { expect, test } from "./test";
import { editPart } from "./workbook";

test("a workbook that comes back is merged: conflicts are decided side by side, deletions are asked for", async ({
  cadastre,
  page,
}) => {
  const at = (name: string) => join(cadastre.folder, name);
  const { command } = cadastre;
  const run = (...words: string[]) => command.call(cadastre, ...words);
  await writeFile(at("systems.csv"), "Name,Criticality\nPermits,Medium\nPayroll,Low\n");
  await run("new", "Own.cadastre");
  await run("import", "systems.csv", "--into", "Own.cadastre", "--table", "itsystem");
  await run("export", "Own.cadastre", "out.xlsx", "--table", "itsystem");
  await editPart(at("out.xlsx"), "xl/worksheets/sheet1.xml", (xml) =>
    xml.replace("<t>Medium</t>", "<t>Low</t>"),
  );
  await run("set", "Own.cadastre", "itsystem", "Permits", "description=abc");
  await run("set", "Own.cadastre", "itsystem", "Permits", "criticality=High");

  const url = await cadastre.serve(at("Own.cadastre"));
  await page.goto(`${url}#/import`);
  await page.getByRole("button", { name: "Choose files…" }).waitFor();
  await cadastre.answerDialog(at("out.xlsx"));
  await page.getByRole("button", { name: "Choose files…" }).click();
  await page.getByRole("tab", { name: "Problems (1)" }).click();
  const side = page.locator(".import-conflict");
  await side.waitFor();
  expect(await side.innerText()).toBe("Exported\nMedium\nIn the file\nLow\nCatalogue\nHigh");
  await expectAccessible(page);
  await page.getByRole("button", { name: "This cell: take the file’s" }).click();
  await page.getByRole("button", { name: "Update 1 IT System" }).waitFor();

  await page.getByRole("tab", { name: "Sheets and columns" }).click();
  await page.getByLabel("Delete their records").check();
  await page.getByRole("tab", { name: "Deletions (0)" }).click();
  await page.getByText("Every record that the file had").waitFor();
  await page.getByRole("button", { name: "Update 1 IT System" }).click();
  await page.getByRole("heading", { name: "Updated 1 IT System" }).waitFor();
});
