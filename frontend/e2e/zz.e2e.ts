import { Sample } from "./records";
import { test } from "./test";

const out = "/tmp/g-shots";
const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

test.for((process.env.SHOTS ?? "light-0").split(","))(
  "%s",
  { timeout: 240_000 },
  async (which, { page, cadastre }) => {
    const [scheme, size] = which.split("-");
    await page.emulateMedia({ colorScheme: scheme as "light", reducedMotion: "reduce" });
    await page.setViewportSize(sizes[Number(size)] ?? sizes[0]!);
    const sample = await Sample.open(page, cadastre);
    const shot = (name: string) =>
      page.screenshot({ path: `${out}/${which}-${name}.png`, animations: "disabled" });
    const go = (hash: string) =>
      page.evaluate((h) => {
        location.hash = h;
      }, hash);
    await page.getByText("Air Monitoring Data System").waitFor();
    await shot("1-list");
    await page.getByTitle("Choose another view").click();
    await page.getByRole("searchbox", { name: "Find a view" }).waitFor();
    await shot("2-picker");
    await page.keyboard.press("Escape");
    await page.getByTitle("Choose another view").click();
    await page.getByRole("button", { name: "Save as new view" }).last().click();
    await page.getByRole("alertdialog").waitFor();
    await shot("3-save");
    await page.getByRole("textbox", { name: "Name" }).fill("Critical and old");
    await page.getByRole("button", { name: "Save the view" }).click();
    await page.getByRole("alertdialog").waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Filter", exact: true }).click();
    await page
      .getByRole("combobox", { name: "Add a condition on a field" })
      .first()
      .selectOption({ label: "Criticality" });
    await page.getByText(/^Conditions of/).click();
    await page.waitForTimeout(500);
    await shot("4-filter");
    await page.getByRole("button", { name: "Close the filter" }).click();
    await go(
      '#/a/it-system-catalog/t/itsystem?group={"attribute":"lifecyclestage"}&totals=[{"attribute":"nextreviewdate","aggregate":"min"},{"attribute":"criticality","aggregate":"count"}]&columns=["name","pointofcontact","pointofcontact.emailaddress1","criticality","nextreviewdate"]',
    );
    await page.waitForTimeout(1200);
    await shot("5-grouped");
    await page.keyboard.press("Control+Shift+C");
    await page.getByRole("dialog").waitFor();
    await page
      .getByRole("combobox", { name: "Whose fields are offered" })
      .selectOption({ label: "Fields of its Point of Contact" });
    await shot("6-columns");
    await page.keyboard.press("Escape");
    await page.locator('[data-head="nextreviewdate"]').hover();
    await page.getByRole("button", { name: "Column Next Review Date" }).click();
    await page.getByRole("menuitem", { name: "Total" }).hover();
    await page.waitForTimeout(500);
    await shot("7-menu");
    void sample;
  },
);
