import { expectAccessible } from "./accessible";
import { expect, test } from "./test";

test("the guide opens with F1, also without a catalogue, and every page of it can be read", async ({
  cadastre,
  page,
}) => {
  await page.goto(await cadastre.serve());
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("F1");
  const pages = page.getByRole("navigation", { name: "Help" }).getByRole("link");
  await pages.first().waitFor();

  const titles = await pages.allInnerTexts();
  expect(titles.length).toBeGreaterThan(5);
  for (const title of titles) {
    await pages.filter({ hasText: title }).click();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    await expectAccessible(page);
  }
});
