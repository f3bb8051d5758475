import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import type { Cadastre } from "./cadastre";

/** What the tests read of a record. */
export interface Row {
  id: string;
  name: string;
  version: number;
  state: string;
  values: Record<string, unknown>;
  display: Record<string, string>;
}

/** Slides a list until a column is in sight, as others have no cells. */
export async function slideTo(page: Page, column: string): Promise<void> {
  await page.locator(`[data-head="${column}"]`).scrollIntoViewIfNeeded();
}

/** A catalogue in the page, the sample if no other is named, with the records of its real Go methods. */
export class Sample {
  private constructor(readonly page: Page) {}

  static async open(
    page: Page,
    cadastre: Cadastre,
    name = "sample",
    contents = ["--sample"],
  ): Promise<Sample> {
    const file = join(cadastre.folder, `${name}.cadastre`);
    await cadastre.command("new", file, ...contents);
    await page.goto(await cadastre.serve(file));
    await page.locator("#navigation").waitFor();
    if (contents.includes("--sample"))
      await page.locator("[data-row='0'] [role]").first().waitFor();
    return new Sample(page);
  }

  /** The sample catalogue that the page has open already. */
  static of(page: Page): Sample {
    return new Sample(page);
  }

  /** Calls a bound method: "Records.Get". */
  call<T>(method: string, ...args: unknown[]): Promise<T> {
    return this.page.evaluate(
      ([name, words]) => {
        const [service = "", call = ""] = name.split(".");
        const bound = window as unknown as {
          go: { api: Record<string, Record<string, (...all: unknown[]) => Promise<unknown>>> };
        };
        return bound.go.api[service]?.[call]?.(...words) as Promise<T>;
      },
      [method, args] as const,
    );
  }

  /** The records of a table whose text holds the words. */
  async find(table: string, search = ""): Promise<Row[]> {
    const query = { table, view: "", columns: [], filter: {}, search, order: [], offset: 0 };
    const page = await this.call<{ rows: Row[] }>("Records.Page", { ...query, limit: 20 });
    return Promise.all(page.rows.map(({ id }) => this.get(table, id)));
  }

  get(table: string, id: string): Promise<Row> {
    return this.call("Records.Get", table, id);
  }

  /** Opens a record, or with "new" the form of one. */
  async show(table: string, id: string, tab = ""): Promise<void> {
    const search = tab && `?tab=${encodeURIComponent(tab)}`;
    await this.page.evaluate((hash) => {
      location.hash = hash;
    }, `#/a/it-system-catalog/t/${table}/${id}${search}`);
    await this.page.locator(`.form[data-record="${id}"]`).waitFor();
  }

  /** The first record that the words find, opened. */
  async showFirst(table: string, search = ""): Promise<Row> {
    const [row] = await this.find(table, search);
    if (!row) throw new Error(`the sample has no ${table} with "${search}"`);
    await this.show(table, row.id);
    return row;
  }

  /** The input of a field. */
  field(label: string): Locator {
    const { page } = this;
    const line = page.getByRole("textbox", { name: label, exact: true });
    return line.or(page.getByRole("combobox", { name: label, exact: true })).first();
  }

  async status(text: "- Saved" | "- Unsaved"): Promise<void> {
    await this.page.getByRole("status").filter({ hasText: text }).first().waitFor();
  }
}
