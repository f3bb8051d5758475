import type { Page } from "playwright-core";
import { Sample, slideTo } from "./records";
import { expect, test } from "./test";

const grid = (page: Page) => page.getByRole("grid", { name: "Active IT Systems" });
const names = (page: Page) =>
  grid(page).locator("[data-row] > [aria-colindex='2']").allTextContents();
const title = (page: Page) => page.locator(".record-title h1");

test("one steps through the list as it was sorted, and back leads to it", async ({
  cadastre,
  page,
}) => {
  await Sample.open(page, cadastre);
  await page.getByRole("columnheader", { name: /^Name/ }).click();
  await expect.poll(async () => (await names(page))[0]).not.toMatch(/^Air/);
  const [first = "", second = "", third = ""] = await names(page);
  await page.getByText(second, { exact: true }).click();
  await page.getByText("2 of 65").waitFor();

  await page.keyboard.press("Alt+PageDown");
  await expect.poll(() => title(page).textContent()).toBe(third);
  await page.getByText("3 of 65").waitFor();
  await page.keyboard.press("Alt+PageUp");
  await page.keyboard.press("Alt+PageUp");
  await expect.poll(() => title(page).textContent()).toBe(first);
  const previous = page.getByRole("button", { name: "Previous in the list" });
  expect(await previous.getAttribute("aria-disabled")).toBe("true");

  await page.getByRole("button", { name: "Next in the list" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => title(page).textContent()).toBe(second);
  await page.keyboard.press("Enter");
  await expect.poll(() => title(page).textContent()).toBe(third);
  await page.getByRole("tab", { name: "Technology" }).click();
  await page.keyboard.press("Alt+PageUp");
  await expect.poll(() => title(page).textContent()).toBe(second);
  const tab = page.getByRole("tab", { name: "Technology" });
  expect(await tab.getAttribute("aria-selected")).toBe("true");

  await page.getByRole("button", { name: "Back", exact: true }).click();
  await expect.poll(async () => (await names(page)).slice(0, 3)).toEqual([first, second, third]);
});

test("back leads to where one was in the list, in columns as wide as they were", async ({
  cadastre,
  page,
}) => {
  await Sample.open(page, cadastre);
  const look = () =>
    grid(page).evaluate((list) => [
      list.scrollTop,
      ...Array.from(list.querySelectorAll("[role=columnheader]"), (head) => head.clientWidth),
    ]);
  await grid(page).evaluate((list) => list.scrollTo(0, 1300));
  const row = grid(page).locator("[data-row='45'] [data-open]");
  await row.waitFor();
  const before = await look();
  await row.click();
  await page.getByText("46 of 65").waitFor();

  await page.getByRole("button", { name: "Back", exact: true }).click();
  await row.waitFor();
  expect(await look()).toEqual(before);
});

test("a step asks before what is unsaved is lost, and a record that left the list keeps its place", async ({
  cadastre,
  page,
}) => {
  const sample = await Sample.open(page, cadastre);
  await page.getByRole("searchbox", { name: /Filter/ }).fill("permit");
  await expect.poll(() => names(page)).not.toContain("Air Monitoring Data System");
  const [first = "", second = ""] = await names(page);
  await page.getByText(first, { exact: true }).click();
  await page.getByText(/^1 of \d+$/).waitFor();

  await sample.field("Abbreviation").fill("QUX-7");
  await page.keyboard.press("Alt+PageDown");
  await page.getByRole("button", { name: "Keep editing" }).click();
  await expect.poll(() => title(page).textContent()).toBe(first);
  await page.keyboard.press("Alt+PageDown");
  await page.getByRole("button", { name: "Save and leave" }).click();
  await expect.poll(() => title(page).textContent()).toBe(second);
  expect(await sample.find("itsystem", "QUX-7")).toHaveLength(1);
  await page.keyboard.press("Alt+PageUp");
  await expect.poll(() => title(page).textContent()).toBe(first);

  const [row] = await sample.find("itsystem", "QUX-7");
  await sample.call("Records.SetActive", { table: "itsystem", ids: [row?.id], except: [] }, false);
  await page.getByText("No longer in the list").waitFor();
  await page.keyboard.press("Alt+PageDown");
  await expect.poll(() => title(page).textContent()).toBe(second);
  await page.getByText(/^1 of \d+$/).waitFor();
});

test("a lookup in a cell offers to create what it does not find", async ({ cadastre, page }) => {
  const sample = await Sample.open(page, cadastre);
  const { id, name } = (await sample.find("itsystem", "Air Monitoring"))[0] ?? { id: "", name: "" };
  const row = page.getByRole("row").filter({ hasText: name });
  await slideTo(page, "pointofcontact");
  await row.locator("[data-column='pointofcontact']").click();
  await page.keyboard.press("F2");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Brenda Newcomer");
  await page.getByRole("option", { name: /Brenda Newcomer/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await dialog
    .getByRole("button", { name: /^(Save|Create)/ })
    .first()
    .click();
  await dialog.waitFor({ state: "hidden" });
  await expect
    .poll(async () => (await sample.get("itsystem", id)).display.pointofcontact)
    .toBe("Brenda Newcomer");
  expect(await grid(page).evaluate((el) => el === document.activeElement)).toBe(true);
});
