// What a person waits for in the page, over the real Go methods. Run by `go run ./build bench`, which
// names the catalogue and the workbook; prints what was measured as one line of JSON.
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll } from "vitest";
import type { Cadastre } from "./cadastre";
import { expect, test } from "./test";

const {
  CADASTRE_BENCH_CATALOGUE: catalogue = "",
  CADASTRE_BENCH_BOOK: book = "",
  CADASTRE_BENCH_NUMBERS: numbers = "",
} = process.env;
const metrics: Record<string, number> = {};

afterAll(() => void process.stdout.write(`\n${JSON.stringify(metrics)}\n`));

async function openList(page: Page, cadastre: Cadastre): Promise<void> {
  const file = join(cadastre.folder, "bench.cadastre");
  await copyFile(catalogue, file);
  await page.goto(await cadastre.serve(file));
  await page.locator("nav a", { hasText: "IT Systems" }).first().click();
  await page.locator("[data-row='0'] [role='gridcell']").first().waitFor();
}

/** Notes when a key went down, or a head was clicked, and when the rows that it led to had been painted. */
function watchRows(): void {
  const noted = { pressed: 0, painted: 0 };
  Object.assign(window, { noted });
  const grid = document.querySelector("[role='grid']") as HTMLElement;
  const press = ({ timeStamp }: Event) => Object.assign(noted, { pressed: timeStamp, painted: 0 });
  window.addEventListener("keydown", press, true);
  window.addEventListener("mousedown", press, true);
  const inHead = ({ target }: MutationRecord) =>
    (target instanceof Element ? target : target.parentElement)?.closest(".grid-head-group");
  const onRows = (changes: MutationRecord[]) => {
    if (noted.painted || !noted.pressed || grid.querySelector(".grid-waiting")) return;
    if (changes.every(inHead)) return;
    const { pressed } = noted;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        if (pressed === noted.pressed && !noted.painted) noted.painted = performance.now();
      };
      port2.postMessage(0);
    });
  };
  const what = { subtree: true, childList: true, characterData: true };
  new MutationObserver(onRows).observe(grid, { ...what, attributeFilter: ["aria-rowcount"] });
}

/**
 * How long after a key or a click the rows were painted, in seconds; undefined where it changed none. The list
 * is waited for, however long it takes: `asked` is a part of the question that it puts. A person types no faster
 * than so.
 */
async function waited(
  page: Page,
  act: () => Promise<void>,
  asked: string,
): Promise<number | undefined> {
  const answered = page.waitForResponse(
    (response) =>
      response.url().endsWith("call/Records.Page") &&
      (response.request().postData() ?? "").includes(asked),
  );
  await act();
  await answered;
  const read = () => (window as unknown as { noted: { pressed: number; painted: number } }).noted;
  for (let looks = 0; looks < 8; looks++) {
    await page.waitForTimeout(250);
    const { pressed, painted } = await page.evaluate(read);
    if (painted) return (painted - pressed) / 1000;
  }
  return undefined;
}

/** What is typed: numbers, of which every digit narrows the list further. */
const typed = Array.from({ length: Number(numbers) }, (_, i) => String(1000 + ((i * 7919) % 9000)));

test("keystrokes", async ({ page, cadastre }) => {
  await openList(page, cadastre);
  await page.evaluate(watchRows);
  const filter = page.locator("#list-words");
  const times: number[] = [];
  for (const number of typed) {
    await filter.fill("");
    await page.waitForTimeout(600); // the address follows
    for (const [i, digit] of [...number].entries()) {
      const asked = JSON.stringify({ search: number.slice(0, i + 1) }).slice(1, -1);
      const time = await waited(page, () => page.keyboard.press(digit), asked);
      if (time !== undefined && times.length < 100) times.push(time);
    }
  }
  expect(times.length).toBeGreaterThan(typed.length);
  note("keystroke", times);
});

/** Keeps the middle and the worst of some times. */
function note(name: string, times: number[]): void {
  times.sort((a, b) => a - b);
  metrics[name] = times[Math.floor(times.length / 2)] ?? 0;
  metrics[`${name}-worst`] = times.at(-1) ?? 0;
}

/** Columns of every kind that are in sight, none of which the list has been sorted by. */
const sorted = ["abbreviation", "catalogstatus", "visibility", "lastreviewdate"];

test("sorting", async ({ page, cadastre }) => {
  await openList(page, cadastre);
  await page.evaluate(watchRows);
  const times: number[] = [];
  for (const column of [...sorted, ...sorted, "name", "name"]) {
    const head = page.locator(`[data-head="${column}"] .grid-label`);
    const time = await waited(page, () => head.click(), `"attribute":"${column}"`);
    if (time !== undefined) times.push(time);
  }
  expect(times.length).toBeGreaterThan(sorted.length);
  note("sort", times);
});

/** Scrolls by a few rows in every frame, and counts the frames, and those in which a row is missing. */
async function scroll(seconds: number): Promise<{ frames: number; blank: number }> {
  const grid = document.querySelector("[role='grid']") as HTMLElement;
  const { left, top, width, height } = grid.getBoundingClientRect();
  const isRow = (share: number) =>
    document
      .elementFromPoint(left + width / 3, top + 60 + (height - 120) * share)
      ?.closest("[data-row]");
  const frame = () => new Promise<number>(requestAnimationFrame);
  const start = await frame();
  let [now, frames, blank] = [start, 0, 0];
  while (now < start + seconds * 1000) {
    grid.scrollTop += 120;
    now = await frame();
    frames++;
    if (![0, 0.5, 1].every(isRow)) blank++;
  }
  return { frames: (frames * 1000) / (now - start), blank: blank / frames };
}

/**
 * Shows the same number of rows without any program, a line of text each, and returns how many frames a second it
 * scrolls: what the browser, which paints without a graphics card here, gives at the best.
 */
async function scrollBare(seconds: number): Promise<number> {
  const grid = document.querySelector("[role='grid']") as HTMLElement;
  const shown = [...grid.querySelectorAll<HTMLElement>("[data-row]")];
  const height = 36;
  const bare = document.createElement("div");
  const { left, top, width, height: view } = grid.getBoundingClientRect();
  bare.style.cssText = `position:fixed;left:${left}px;top:${top}px;width:${width}px;height:${view}px;overflow:hidden auto;background:white;color:black;z-index:9`;
  const body = bare.appendChild(document.createElement("div"));
  body.style.cssText = `position:relative;height:${height * 100_000}px`;
  const rows = shown.map(({ textContent }) => {
    const row = body.appendChild(document.createElement("div"));
    row.style.cssText = `position:absolute;top:0;left:0;width:100%;height:${height}px;contain:strict;white-space:nowrap`;
    row.textContent = textContent;
    return row;
  });
  document.body.append(bare);
  const frame = () => new Promise<number>(requestAnimationFrame);
  const start = await frame();
  let [now, frames, next] = [start, 0, 0];
  while (now < start + seconds * 1000) {
    bare.scrollTop += 120;
    for (const first = Math.floor(bare.scrollTop / height); next < first + rows.length; next++) {
      const row = rows[next % rows.length] as HTMLElement;
      row.style.transform = `translateY(${next * height}px)`;
      row.textContent = `${next} ${shown[next % shown.length]?.textContent}`;
    }
    now = await frame();
    frames++;
  }
  bare.remove();
  return (frames * 1000) / (now - start);
}

test("scrolling", async ({ page, cadastre }) => {
  await openList(page, cadastre);
  Object.assign(metrics, await page.evaluate(scroll, 5));
  metrics["bare rows"] = await page.evaluate(scrollBare, 5);
});

/** Goes to the rows of a plan as soon as there is one, frame by frame, until one of them is there. */
async function planRows(): Promise<void> {
  const isTab = (tab: Element) => tab.textContent?.startsWith("Rows");
  for (;;) {
    const tab = [...document.querySelectorAll<HTMLElement>("[role='tab']")].find(isTab);
    if (tab?.getAttribute("aria-selected") === "false") tab.click();
    if (document.querySelector(".import-item-cells:not(.import-list-head)")) return;
    await new Promise(requestAnimationFrame);
  }
}

test("the first page of a plan", async ({ page, cadastre }) => {
  await cadastre.command("new", "Own.cadastre");
  const url = await cadastre.serve(join(cadastre.folder, "Own.cadastre"));
  await page.goto(`${url}#/import`);
  await page.getByRole("button", { name: "Choose files…" }).waitFor();

  const shown = page.evaluate(planRows);
  const start = performance.now();
  await cadastre.dropFiles(book);
  await shown;
  metrics.plan = (performance.now() - start) / 1000;
});
