import { Sample } from "./records";
import { test } from "./test";
import { expectAccessible } from "./accessible";
for (const scheme of ["light", "dark"] as const)
test(`look ${scheme}`, async ({ cadastre, page }) => {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
  await Sample.open(page, cadastre);
  for (const [app, d] of [["it-system-catalog","it-system-catalog"],["it-service-management","it-service-management"],["it-system-accreditation","it-system-accreditation"]]) {
    for (const [w,h] of scheme === "light" ? [[1280,800],[1920,1080]] : [[1280,800]]) {
      await page.setViewportSize({ width: w!, height: h! });
      await page.evaluate((x) => { location.hash = x; }, `#/a/${app}/d/${d}`);
      await page.waitForTimeout(1500);
      await page.evaluate(() => { document.querySelector("#page")!.scrollTop = 0; });
      await page.screenshot({ path: `/tmp/shots-h/${d}-${scheme}-${w}-top.png` });
      await page.evaluate(() => { document.querySelector("#page")!.scrollTop = 5000; });
      await page.waitForTimeout(200);
      await page.screenshot({ path: `/tmp/shots-h/${d}-${scheme}-${w}-end.png` });
    }
    try { await expectAccessible(page); } catch (e) { console.log(d, String(e).slice(0, 1500)); }
  }
}, 120000);
