import type { Page } from "playwright-core";
import { expectAccessible } from "./accessible";
import { type Row, Sample } from "./records";
import { expect, test } from "./test";

const item = (page: Page, name: string) =>
  page.getByRole("treeitem").filter({ hasText: name }).first();

/** The component tree of a system, open and ready. */
async function openTree(sample: Sample): Promise<Row> {
  const [system] = await sample.find("itsystem", "Enterprise GIS Platform");
  if (!system) throw new Error("the sample has lost its GIS");
  await sample.show("itsystem", system.id, "Components");
  await item(sample.page, "Spatial Database").waitFor();
  return system;
}

const parentOf = async (sample: Sample, name: string) => {
  const [row] = await sample.find("itsystemcomponent", name);
  return row?.display.parentitsystemcomponent ?? "";
};

test("the components of a system stand below one another and are walked by the keys", async ({
  cadastre,
  page,
}) => {
  const sample = await Sample.open(page, cadastre);
  await openTree(sample);
  expect(await item(page, "Imagery Library").getAttribute("aria-level")).toBe("3");
  await page.getByRole("tree").focus();
  await page.keyboard.press("s");
  await page.keyboard.press("ArrowLeft");
  await item(page, "Imagery Library").waitFor({ state: "detached" });
  expect(await item(page, "Spatial Database").getAttribute("aria-expanded")).toBe("false");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Imagery Library" }).waitFor();

  await page.getByRole("button", { name: "Back" }).click();
  await expect.poll(() => item(page, "Imagery Library").getAttribute("aria-selected")).toBe("true");
  await expectAccessible(page);
});

test("a component is dragged below another, never below itself, and undo takes it back", async ({
  cadastre,
  page,
}) => {
  const sample = await Sample.open(page, cadastre);
  await openTree(sample);
  const drag = async (from: string, to: string) => {
    await item(page, from).hover({ position: { x: 200, y: 18 } });
    await page.mouse.down();
    await item(page, to).hover({ position: { x: 200, y: 12 } });
    await item(page, to).hover({ position: { x: 204, y: 18 } });
  };
  await drag("Spatial Database", "Imagery Library");
  await page.getByText(/it would make a circle/).waitFor();
  await page.mouse.up();
  expect(await parentOf(sample, "Spatial Database")).toBe("");

  await drag("Imagery Library", "GIS Portal");
  await page.getByText("Move below “GIS Portal”").waitFor();
  await page.mouse.up();
  await expect.poll(() => parentOf(sample, "Imagery Library")).toBe("GIS Portal");
  await page.getByText("Undo", { exact: true }).click();
  await expect.poll(() => parentOf(sample, "Imagery Library")).toBe("Spatial Database");

  await drag("Imagery Library", "Enterprise GIS Platform");
  await page.mouse.up();
  await expect.poll(() => parentOf(sample, "Imagery Library")).toBe("");
});

test("a component is moved by the keyboard alone", async ({ cadastre, page }) => {
  const sample = await Sample.open(page, cadastre);
  await openTree(sample);
  await page.getByRole("tree").focus();
  await page.keyboard.press("p");
  await page.keyboard.press("p");
  await page.keyboard.press("Control+Shift+M");
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("combobox").click();
  await page.getByRole("option", { name: "Map and Feature Servers" }).waitFor();
  await expectAccessible(page);
  await page.keyboard.type("map");
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Move" }).click();
  await dialog.waitFor({ state: "detached" });
  await expect.poll(() => parentOf(sample, "Parcel Boundaries")).toBe("Map and Feature Servers");
});

test("several components are marked and moved at once, as one change", async ({
  cadastre,
  page,
}) => {
  const sample = await Sample.open(page, cadastre);
  await openTree(sample);
  const names = ["Imagery Library", "Parcel Boundaries"];
  const parents = () => Promise.all(names.map((name) => parentOf(sample, name)));
  const before = await parents();
  for (const name of names)
    await item(page, name).click({ modifiers: ["Control"], position: { x: 200, y: 18 } });
  await expect.poll(() => page.locator('.tree [aria-selected="true"]').count()).toBe(2);
  await page.keyboard.press("Control+Shift+M");
  const dialog = page.getByRole("alertdialog", { name: "Move 2 IT System Components" });
  await dialog.getByRole("combobox").click();
  await page.keyboard.type("gis portal");
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Move" }).click();
  await dialog.waitFor({ state: "detached" });
  await expect.poll(parents).toEqual(["GIS Portal", "GIS Portal"]);
  await page.getByText("Undo", { exact: true }).click();
  await expect.poll(parents).toEqual(before);
});

test("records that are there already are linked to one, several at once", async ({
  cadastre,
  page,
}) => {
  const sample = await Sample.open(page, cadastre);
  const system = await openTree(sample);
  const [other] = (await sample.find("itsystemcomponent", "database")).filter(
    ({ values }) => values.itsystem !== system.id,
  );
  if (!other) throw new Error("the sample has no component of another system");
  await page.getByRole("button", { name: "Add existing…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("searchbox").fill(other.name);
  await dialog.getByText("Rows: 1").waitFor();
  await dialog.getByRole("checkbox").first().check();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Add 1 IT System Component" }).click();
  await dialog.waitFor({ state: "detached" });
  const now = async () => (await sample.get("itsystemcomponent", other.id)).values.itsystem;
  await expect.poll(now).toBe(system.id);
  await page.getByText("Undo", { exact: true }).click();
  await expect.poll(now).toBe(other.values.itsystem);
});

test("a system says which of its technologies loses support first", async ({ cadastre, page }) => {
  const sample = await Sample.open(page, cadastre);
  await sample.showFirst("itsystem", "Enterprise GIS Platform");
  const facts = page.getByRole("list", { name: "Key facts" });
  await facts.getByRole("button", { name: /ago: ArcMap 10\.8$/ }).waitFor();
});

test("several technologies are added to a system at once, with what is known of each", async ({
  cadastre,
  page,
}) => {
  const sample = await Sample.open(page, cadastre);
  const [system] = await sample.find("itsystem", "Enterprise GIS Platform");
  await sample.show("itsystem", system?.id ?? "", "Technology");
  const grid = page.getByRole("grid", { name: /^Technologies of/ });
  await grid.getByText("ArcMap 10.8").waitFor();
  await grid.locator(".grid-overdue").first().waitFor();
  await grid.getByText("End of Life").waitFor();

  await page.getByRole("button", { name: "Add IT Technologies" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("searchbox").fill("angular");
  await dialog.getByText("Rows: 2").waitFor();
  await dialog.getByRole("checkbox").first().check();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Add 2 IT Technologies" }).click();
  await grid.getByText("Angular 21").waitFor();

  await grid.getByText("Angular 21").click();
  await page.getByRole("heading", { name: "Angular 21" }).waitFor();
  await page.getByRole("tab", { name: "Used by" }).click();
  await page
    .getByRole("grid", { name: /^IT Systems of/ })
    .getByText("Enterprise GIS")
    .waitFor();
});

test("everything that links to a record is found on it, made from it and opened as a list", async ({
  cadastre,
  page,
}) => {
  const sample = await Sample.open(page, cadastre);
  const person = await sample.showFirst("contact", "Joanna Piotrowska");
  await page.getByRole("tab", { name: "Related" }).click();
  const kinds = page.getByRole("tablist", { name: /^What links to/ });
  await kinds.getByRole("tab", { name: /IT Systems Point of Contact 1/ }).waitFor();
  await expectAccessible(page);

  await page.getByRole("button", { name: "New IT System" }).click();
  const panel = page.getByRole("dialog", { name: "New IT System" });
  await panel.getByRole("textbox", { name: "Name" }).fill("Tide Tables");
  await panel.getByRole("button", { name: "Save & Close" }).click();
  await kinds.getByRole("tab", { name: /IT Systems Point of Contact 2/ }).waitFor();
  const [made] = await sample.find("itsystem", "Tide Tables");
  expect(made?.values.pointofcontact).toBe(person.id);

  await page.getByRole("button", { name: "Open full list" }).click();
  await page.getByText("Rows: 2", { exact: true }).waitFor();
  await page.getByText("Tide Tables").first().waitFor();
});

test("earlier states come back from the history: one field, the whole record, a deleted one", async ({
  cadastre,
  page,
}) => {
  const sample = await Sample.open(page, cadastre);
  const { id } = await sample.showFirst("itsystem", "Air Monitoring");
  const now = async (key: string) => (await sample.get("itsystem", id)).display[key];
  for (const abbreviation of ["ONE", "TWO"]) {
    await sample.field("Abbreviation").fill(abbreviation);
    await sample.field("Criticality").fill(abbreviation === "ONE" ? "low" : "high");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Control+S");
    await sample.status("- Saved");
    await expect.poll(() => now("abbreviation")).toBe(abbreviation);
  }
  await page.keyboard.press("Control+Shift+H");
  const panel = page.getByRole("dialog");
  await panel.getByRole("button", { name: "Put Abbreviation back to “ONE”" }).click();
  await expect.poll(() => now("abbreviation")).toBe("ONE");
  expect(await now("criticality")).toBe("High");
  await panel.getByRole("listitem").nth(3).waitFor();
  await expectAccessible(page);

  await panel.getByRole("button", { name: "Put the record back to this" }).last().click();
  await expect.poll(() => now("abbreviation")).toBe("AMDS");
  await expect.poll(() => now("criticality")).toBe("Medium");
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });

  await sample.call("Records.Delete", { table: "itsystem", ids: [id], except: [] });
  await page.goto(`${cadastre.url}#/a/it-system-catalog/t/itsystem/${id}`);
  await page.reload();
  await page.getByRole("button", { name: "Look at its history" }).click();
  await page.getByRole("button", { name: "Put the record back to this" }).first().click();
  await page.getByRole("heading", { name: "Air Monitoring Data System" }).waitFor();
});

test("a record is duplicated without what only one may have", async ({ cadastre, page }) => {
  const sample = await Sample.open(page, cadastre);
  const system = await sample.showFirst("itsystem", "Air Monitoring");
  await sample.field("System Code").fill("S-17");
  await page.keyboard.press("Control+S");
  await sample.status("- Saved");
  await page.keyboard.press("Control+K");
  await page.keyboard.type("Duplicate");
  await page.getByRole("option", { name: /^Duplicate/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByText(/System Code.* are left blank/).waitFor();
  const facts = page.getByRole("list", { name: "Key facts" });
  await facts.getByText("Filled in").waitFor();
  const before = [await facts.innerText(), await facts.boundingBox()];
  await page.keyboard.press("Control+S");
  await sample.status("- Saved");
  expect([await facts.innerText(), await facts.boundingBox()]).toEqual(before);

  const [copy] = await sample.find("itsystem", `${system.name} (copy)`);
  expect(copy?.values).toMatchObject({ pointofcontact: system.values.pointofcontact });
  const alone = ["systemcode", "abbreviation", "atoauthoritytooperate"];
  expect(alone.filter((key) => copy?.values[key] !== undefined)).toEqual([]);
});

test("what a field is for is read by the keyboard", async ({ cadastre, page }) => {
  const sample = await Sample.open(page, cadastre);
  await sample.showFirst("itsystem");
  await sample.field("System Code").focus();
  await page.keyboard.press("Shift+Tab");
  const tip = page.getByRole("button", { name: "About System Code" });
  await expect.poll(() => tip.evaluate((el) => el === document.activeElement)).toBe(true);
  await page.keyboard.press("Enter");
  await page
    .getByRole("note")
    .getByText(/An import finds the system by it/)
    .waitFor();
  await expectAccessible(page);
});
