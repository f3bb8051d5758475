import type { Page } from "playwright-core";
import { expectAccessible } from "./accessible";
import type { Cadastre } from "./cadastre";
import { Sample } from "./records";
import { expect, test } from "./test";

const opened = async (cadastre: Cadastre) =>
  (await cadastre.asked()).filter(({ kind }) => kind === "link").map(({ title }) => title);

const openButton = (page: Page) => page.getByRole("button", { name: "Open", exact: true });

/** A record with these values, opened at one of its tabs. */
async function show(sample: Sample, values: Record<string, unknown>, tab = ""): Promise<void> {
  const { id } = await sample.call<{ id: string }>("Records.Save", {
    ...{ table: "itsystem", id: "", version: 0, complete: false },
    values: { name: "Linked", ...values },
  });
  await sample.show("itsystem", id, tab);
}

test("an address is shown whole before it opens; a site that is trusted is not asked for again", async ({
  cadastre,
  page,
}) => {
  const sample = await Sample.open(page, cadastre);
  await show(sample, { url: "https://\u0430pple.example/a?b" }, "Technology");
  const open = page.getByRole("button", { name: "Open in the browser" }).first();
  await open.click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByText("https://xn--pple-43d.example/a?b").waitFor();
  await dialog.getByText(/letters of other alphabets/).waitFor();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  expect(await opened(cadastre)).toEqual([]);

  await open.click();
  await page.getByRole("checkbox", { name: "Do not ask again for xn--pple-43d.example" }).check();
  await openButton(page).click();
  await expect.poll(() => opened(cadastre)).toHaveLength(1);
  await page.reload();
  await open.click();
  await expect.poll(() => opened(cadastre)).toHaveLength(2);
  expect(await page.getByRole("alertdialog").count()).toBe(0);

  await page.keyboard.press("Control+,");
  await page.getByRole("button", { name: "Ask again for xn--pple-43d.example" }).click();
  await page.getByText(/asks before it opens it in the browser/).waitFor();
  await expectAccessible(page);
});

test("links in a rich text ask, too, whatever they are clicked with; those that pretend are not opened", async ({
  cadastre,
  page,
}) => {
  const sample = await Sample.open(page, cadastre);
  const links = {
    good: "https://good.example/",
    pretends: "https://bank.example@evil.example/",
    attaches: "mailto:ann@good.example?attach=/etc/passwd",
    runs: "javascript:alert(1)",
  };
  const pages = page.context().pages();
  const html = Object.entries(links).map(([name, to]) => `<p><a href="${to}">${name}</a></p>`);
  await show(sample, { description: html.join("") });
  const link = (name: string) => page.locator(".richtext a", { hasText: name });
  await link("good").click();
  await link("good").click({ button: "middle" });
  await link("good").click({ modifiers: ["Control"] });
  await openButton(page).click();
  await expect.poll(() => opened(cadastre)).toEqual(["https://good.example/"]);

  for (const name of ["pretends", "attaches"]) {
    await link(name).click({ modifiers: ["Control"] });
    await page.getByText("This link is not opened").last().waitFor();
  }
  await page
    .getByText(/name before the site evil\.example/)
    .last()
    .waitFor();
  expect(await link("runs").count()).toBe(0);
  expect(await opened(cadastre)).toHaveLength(1);
  expect(page.context().pages()).toHaveLength(pages.length);
});

test("what is no safe address stays text in its field", async ({ cadastre, page }) => {
  const sample = await Sample.open(page, cadastre);
  for (const url of ["java\tscript:alert(1)", "https://ann:secret@evil.example/", "tel:1"]) {
    await show(sample, { url }, "Technology");
    await sample.field("URL").waitFor();
    expect(await page.getByRole("button", { name: "Open in the browser" }).count()).toBe(0);
  }
  for (const link of [
    "javascript:alert(1)",
    "\tjavascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "vbscript:x",
    "https://ann:secret@evil.example/",
  ])
    await expect(sample.call("Window.OpenLink", link), link).rejects.toThrow(/invalid/);
  expect(await opened(cadastre)).toEqual([]);
});
