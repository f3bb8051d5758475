// One sheet with rows of several tables, and cells that name several records.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { Cadastre } from "./cadastre";
import { expect, test } from "./test";

const sheet = [
  "name,class,vendor,technologies,serial number",
  'Java,Software,"Tyler, Inc.",,',
  "Postgres,Software,,,",
  'Payroll,Business Service,"Tyler, Inc.",Java; Postgres,',
  'Permits,Business Service,"Tyler, Inc.",Java,',
  "web01,Server,,,S-1",
].join("\n");

async function list(cadastre: Cadastre, table: string, field: string): Promise<string[]> {
  const file = join(cadastre.folder, "Own.cadastre");
  const found = JSON.parse(await cadastre.command("list", file, table, "--json"));
  const rows = found.rows as { display: Record<string, string> }[];
  return rows.map(({ display }) => `${display.name}: ${display[field] ?? ""}`).toSorted();
}

async function drop(page: Page, cadastre: Cadastre): Promise<void> {
  const path = join(cadastre.folder, "everything.csv");
  await writeFile(path, sheet);
  await page.getByRole("button", { name: "Choose files…" }).waitFor();
  await cadastre.dropFiles(path);
}

test("rows go to the tables that their class names, and a cell that names several becomes links", async ({
  cadastre,
  page,
}) => {
  const file = join(cadastre.folder, "Own.cadastre");
  await cadastre.command("new", file);
  await page.goto(`${await cadastre.serve(file)}#/import`);
  await drop(page, cadastre);
  await page.getByRole("button", { name: "Divide by “class”…" }).click();
  const dialog = page.getByRole("dialog", { name: "Rows by table" });
  await dialog.getByRole("button", { name: "Divide", exact: true }).click();
  const service = dialog.getByRole("combobox", { name: "Rows with Business Service are" });
  await service.selectOption({ label: "IT Systems" });
  await dialog.getByRole("button", { name: "Done" }).click();

  await page.getByRole("button", { name: "Create unknown names" }).click();
  await page.getByRole("button", { name: /^Create .* they name$/ }).click();
  await page.getByRole("heading", { name: /^Created / }).waitFor();

  expect(await list(cadastre, "itsystem", "vendor")).toEqual([
    "Payroll: Tyler, Inc.",
    "Permits: Tyler, Inc.",
  ]);
  expect(await list(cadastre, "ittechnology", "vendor")).toEqual([
    "Java: Tyler, Inc.",
    "Postgres: ",
  ]);
  expect(await list(cadastre, "itsystemcomponent", "serialnumber")).toEqual(["web01: S-1"]);
  expect(await list(cadastre, "itsystemtechnology", "itsystem")).toEqual([
    "Payroll Java: Payroll",
    "Payroll Postgres: Payroll",
    "Permits Java: Permits",
  ]);
});
