import { expectAccessible } from "./accessible";
import { Sample } from "./records";
import { expect, test } from "./test";

test("fields of every kind are changed, saved with the keyboard and read back", async ({
  cadastre,
  page,
}) => {
  const sample = await Sample.open(page, cadastre);
  const before = await sample.showFirst("itsystem", "Air Monitoring");

  await sample.field("Abbreviation").fill("AIR");
  await sample.field("Criticality").fill("hi");
  await page.keyboard.press("Tab");
  await sample.field("Vendor").fill("micros");
  await page.getByRole("option", { name: "Microsoft" }).waitFor();
  await page.keyboard.press("Enter");
  await sample.field("Next Review Date").fill("31 Dec 2031");
  await sample.field("Description").click();
  await page.keyboard.press("Control+End");
  const bold = page.getByRole("button", { name: "Bold" }).last();
  await bold.click();
  await expect.poll(() => bold.getAttribute("aria-pressed")).toBe("true");
  await page.keyboard.type(" It is old.");
  await page.keyboard.press("Control+S");
  await sample.status("- Saved");

  const after = await sample.get("itsystem", before.id);
  expect(after.version).toBe(before.version + 1);
  expect(after.display).toMatchObject({
    abbreviation: "AIR",
    criticality: "High",
    vendor: "Microsoft",
    nextreviewdate: "2031-12-31",
  });
  expect(after.values.description).toMatch(/^<p>Hourly .*<strong> It is old\.<\/strong><\/p>$/);
  expect(await sample.field("Next Review Date").inputValue()).toBe("2031-12-31");
});

test("what is missing is said at the field and on its tab, and nothing moves for it", async ({
  cadastre,
  page,
}) => {
  const sample = await Sample.open(page, cadastre);
  const before = await sample.showFirst("itsystem");
  const place = () => sample.field("Vendor").boundingBox();

  const still = await place();
  await sample.field("Name").fill("");
  await page.keyboard.press("Tab");
  await expect.poll(() => sample.field("Name").getAttribute("aria-invalid")).toBe("true");
  expect(await place()).toEqual(still);

  await page.getByRole("tab", { name: "Technology" }).click();
  await page.getByRole("tab", { name: "General needs attention" }).waitFor();
  await page.keyboard.press("Control+S");
  await expect
    .poll(() => sample.field("Name").evaluate((el) => el === document.activeElement))
    .toBe(true);
  const described = (await sample.field("Name").getAttribute("aria-describedby")) ?? "";
  const [fault] = described.split(" ");
  expect(await page.locator(`[id="${fault}"]`).textContent()).toBe("Required");
  expect(await sample.get("itsystem", before.id)).toMatchObject({ version: before.version });
});

test("words that are no date, and names that nobody has, stay where they are and are not saved", async ({
  cadastre,
  page,
}) => {
  const sample = await Sample.open(page, cadastre);
  const before = await sample.showFirst("itsystem");

  await sample.field("Last Review Date").fill("last spring");
  await sample.field("Point of Contact").fill("Nobody McNo");
  await page.keyboard.press("Tab");
  await page.getByRole("tab", { name: /Catalog/ }).click();
  await page.getByRole("tab", { name: /General/ }).click();
  await page.keyboard.press("Control+S");

  await expect
    .poll(() => sample.field("Point of Contact").evaluate((el) => el === document.activeElement))
    .toBe(true);
  expect(await sample.field("Last Review Date").inputValue()).toBe("last spring");
  expect(await sample.field("Point of Contact").inputValue()).toBe("Nobody McNo");
  expect(await sample.get("itsystem", before.id)).toMatchObject({ version: before.version });
});

test("what Go refuses is said at its field", async ({ cadastre, page }) => {
  const sample = await Sample.open(page, cadastre);
  const [root] = (await sample.find("ittechnologytype")).filter(
    ({ values }) => values.parentittechnologytype,
  );
  if (!root) throw new Error("the sample has no technology type below another");
  await sample.show("ittechnologytype", root.id);

  await sample.field("Parent IT Technology Type").fill(root.name);
  await page.getByRole("option", { name: root.name, exact: true }).click();
  await page.keyboard.press("Control+S");

  await page
    .getByText(/would make a circle/)
    .first()
    .waitFor();
  await sample.status("- Unsaved");
});

test("what somebody else saved meanwhile is shown, and saving mine keeps it", async ({
  cadastre,
  page,
}) => {
  const sample = await Sample.open(page, cadastre);
  const { id, version } = await sample.showFirst("itsystem");
  await sample.field("Name").fill("Mine");
  await sample.call("Records.Save", {
    table: "itsystem",
    id,
    version,
    values: { abbreviation: "THEIRS" },
    complete: false,
  });

  await page.getByText(/was changed meanwhile/).waitFor();
  await page.getByRole("button", { name: "Look at the difference" }).click();
  await page.getByRole("cell", { name: "THEIRS" }).waitFor();
  await page.getByRole("button", { name: "Save yours" }).click();
  await sample.status("- Saved");

  const { values } = await sample.get("itsystem", id);
  expect(values).toMatchObject({ name: "Mine", abbreviation: "THEIRS" });
});

test("a record is left only after asking while something is unsaved", async ({
  cadastre,
  page,
}) => {
  const sample = await Sample.open(page, cadastre);
  const { id, version } = await sample.showFirst("itsystem");
  await sample.field("Abbreviation").fill("GONE");

  await page.getByRole("button", { name: "Back" }).click();
  await page.getByRole("button", { name: "Keep editing" }).click();
  expect(await sample.field("Abbreviation").inputValue()).toBe("GONE");
  await page.getByRole("button", { name: "Back" }).click();
  const keep = page.getByRole("button", { name: "Keep editing" });
  await expect.poll(() => keep.evaluate((el) => el === document.activeElement)).toBe(true);
  await page.getByRole("button", { name: "Leave without saving" }).click();
  await page.locator(".form").waitFor({ state: "detached" });
  expect((await sample.get("itsystem", id)).version).toBe(version);
});

test("a new record starts beside the page, with a linked one made on the way", async ({
  cadastre,
  page,
}) => {
  const sample = await Sample.open(page, cadastre);
  await sample.show("ittechnology", "new");
  await sample.field("Name").fill("Slate Board 2");
  await sample.field("Vendor").fill("Quarry Works");
  await page.getByRole("option", { name: "Create “Quarry Works”…" }).click();
  const panel = page.getByRole("dialog", { name: "New Account" });
  await panel.getByRole("textbox", { name: "Website" }).fill("quarry.example");
  await page.keyboard.press("Control+S");
  await panel.waitFor({ state: "detached" });
  expect(await sample.field("Vendor").inputValue()).toBe("Quarry Works");
  await page.keyboard.press("Control+S");
  await sample.status("- Saved");

  const [made] = await sample.find("ittechnology", "Slate Board 2");
  expect(made?.display.vendor).toBe("Quarry Works");
  expect(page.url()).toContain(made?.id);
});

test("components are added to a system with the link already set", async ({ cadastre, page }) => {
  const sample = await Sample.open(page, cadastre);
  const system = await sample.showFirst("itsystem", "Air Monitoring");
  await page.getByRole("tab", { name: "Components" }).click();
  await page.getByRole("button", { name: "New IT System Component" }).click();
  const panel = page.getByRole("dialog", { name: "New IT System Component" });

  await panel.getByRole("textbox", { name: "Name" }).fill("Mast 1");
  await panel.getByRole("button", { name: "Save & New" }).click();
  await expect.poll(() => panel.getByRole("textbox", { name: "Name" }).inputValue()).toBe("");
  await panel.getByRole("textbox", { name: "Name" }).fill("Mast 2");
  await panel.getByRole("button", { name: "Save & Close" }).click();
  await panel.waitFor({ state: "detached" });
  await page.getByRole("treeitem").filter({ hasText: "Mast 2" }).waitFor();

  const made = await sample.find("itsystemcomponent", "Mast ");
  expect(made.map(({ values }) => values.itsystem)).toEqual([system.id, system.id]);
});

test("several new records are entered one after the other", async ({ cadastre, page }) => {
  const sample = await Sample.open(page, cadastre);
  await sample.show("ittechnology", "new");
  for (const name of ["Slate Board 3", "Slate Board 4"]) {
    await sample.field("Name").fill(name);
    await page.getByRole("button", { name: "Save & New" }).click();
    await expect.poll(() => sample.field("Name").inputValue()).toBe("");
  }
  expect((await sample.find("ittechnology", "Slate Board")).map(({ name }) => name)).toEqual([
    "Slate Board 3",
    "Slate Board 4",
  ]);
});

test("nothing in a rich text runs or loads, and what is pasted keeps only what is kept", async ({
  cadastre,
  page,
}) => {
  const sample = await Sample.open(page, cadastre);
  const { id } = await sample.showFirst("itsystem");
  const hostile =
    '<p style="color: red">kept <b>bold</b><img src="https://example.org/x.png"></p>' +
    '<a href="javascript:x()">no</a> <a href="https://example.org">yes</a><script>x()</script>' +
    "<table><tr><td>cell</td></tr></table>";
  const text = sample.field("Description");
  await text.focus();
  await page.keyboard.press("Control+A");
  await text.evaluate((element, html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  }, hostile);
  await page.keyboard.press("Control+S");
  await sample.status("- Saved");

  const { values } = await sample.get("itsystem", id);
  expect(values.description).toContain("kept <strong>bold</strong>");
  expect(values.description).toContain('<a href="https://example.org">yes</a>');
  expect(values.description).toContain("cell");
  expect(values.description).not.toMatch(/script|style|img/);
});

test("a record is deleted after what links to it was shown, and undo brings all back", async ({
  cadastre,
  page,
}) => {
  const sample = await Sample.open(page, cadastre);
  const system = await sample.showFirst("itsystem", "Air Monitoring");
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  const dialog = page.getByRole("alertdialog").or(page.getByRole("dialog"));
  await dialog.getByText(/5 IT System Components/).waitFor();
  await dialog.getByRole("button", { name: "Delete" }).click();
  await page.locator(".form").waitFor({ state: "detached" });
  expect(await sample.find("itsystem", "Air Monitoring")).toEqual([]);

  await page.getByText("Undo", { exact: true }).click();
  await expect.poll(async () => (await sample.find("itsystem", "Air Monitoring")).length).toBe(1);
  const components = await sample.find("itsystemcomponent", "Air Quality Database");
  expect(components[0]?.values.itsystem).toBe(system.id);
});

test("a record tells its history, old and new beside each other", async ({ cadastre, page }) => {
  const sample = await Sample.open(page, cadastre);
  await sample.showFirst("itsystem", "Air Monitoring");
  await sample.field("Abbreviation").fill("NEW");
  await page.keyboard.press("Control+S");
  await sample.status("- Saved");
  await page.keyboard.press("Control+Shift+H");
  const bar = await page.locator(".top-bar").boundingBox();
  const drawer = await page.getByRole("dialog").boundingBox();
  expect(drawer?.y).toBe(bar?.height); // where notices show
  expect((drawer?.y ?? 0) + (drawer?.height ?? 0)).toBe(page.viewportSize()?.height);

  const entry = page.getByRole("dialog").getByRole("listitem").first();
  await entry.getByText("NEW").waitFor();
  expect(await entry.locator("del").textContent()).toBe("AMDS");
  await expectAccessible(page);
});

test("deactivating hides a record from active views and keeps it", async ({ cadastre, page }) => {
  const sample = await Sample.open(page, cadastre);
  const { id } = await sample.showFirst("itsystem");
  await page.getByRole("button", { name: "Deactivate" }).click();
  await page.getByRole("button", { name: "Activate", exact: true }).waitFor();
  expect((await sample.get("itsystem", id)).state).toBe("inactive");
});

test("a link of a record opens outside only after asking", async ({ cadastre, page }) => {
  const sample = await Sample.open(page, cadastre);
  const [system] = await sample.find("itsystem", "Air Monitoring");
  await sample.show("itsystem", system?.id ?? "", "Technology");
  await page.getByRole("button", { name: "Open in the browser" }).first().click();
  expect((await cadastre.asked()).filter(({ kind }) => kind === "link")).toEqual([]);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect
    .poll(async () => (await cadastre.asked()).filter(({ kind }) => kind === "link").length)
    .toBe(1);
});

test("every table has a form that opens, empty and filled", { timeout: 240_000 }, async ({
  cadastre,
  page,
}) => {
  const sample = await Sample.open(page, cadastre);
  const { tables } = await sample.call<{ tables: { key: string }[] }>("Model.Get");
  for (const { key } of tables) {
    await sample.show(key, "new");
    const [row] = await sample.find(key);
    if (row) await sample.show(key, row.id);
  }
  expect(tables.length).toBeGreaterThan(40);
});

test.for(["light", "dark"] as const)(
  "forms are open to everybody, %s",
  { timeout: 120_000 },
  async (colorScheme, { cadastre, page }) => {
    await page.emulateMedia({ colorScheme });
    const sample = await Sample.open(page, cadastre);
    for (const table of [
      "itsystem",
      "itsystemcomponent",
      "itsystemaccessrequest",
      "ittechnology",
    ]) {
      await sample.showFirst(table);
      await expectAccessible(page);
    }
    await sample.field("Name").fill("");
    await sample.field("Technology Status").click();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await sample.field("End of Support Date").focus();
    await page.keyboard.press("Alt+ArrowDown");
    await page.getByRole("gridcell").first().waitFor();
    await expectAccessible(page);
  },
);

test("the bar of a list stands still whatever is selected, and a question names what it is about", async ({
  cadastre,
  page,
}) => {
  await Sample.open(page, cadastre);
  await page
    .locator("#navigation")
    .getByRole("link", { name: /^IT Systems/ })
    .click();
  const bar = page.getByRole("toolbar", { name: /^Commands for / });
  const rows = page.getByRole("gridcell").getByRole("checkbox");
  const places = async () => {
    const boxes = (await bar.getByRole("button").all()).map((button) => button.boundingBox());
    return JSON.stringify(await Promise.all(boxes));
  };
  await rows.first().waitFor();
  await bar.getByRole("button", { name: "More commands" }).click();
  await page.getByRole("menuitem", { name: "Copy the selected rows", disabled: true }).waitFor();
  await page.keyboard.press("Escape");

  const before = await places();
  await rows.nth(0).check();
  await bar.getByRole("button", { name: "Edit cell" }).waitFor();
  expect(await places()).toBe(before);
  await rows.nth(1).check();
  await bar.getByRole("button", { name: "Edit all selected" }).waitFor();
  expect(await places()).toBe(before);
  await expectAccessible(page);

  await bar.getByRole("button", { name: "Delete" }).click();
  const question = page.getByRole("alertdialog", { name: "Delete 2 IT Systems?" });
  await question
    .getByText("“Air Monitoring Data System”, “Aquatic Invasive Species Checkpoints”")
    .waitFor();
});
