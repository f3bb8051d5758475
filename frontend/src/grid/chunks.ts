import type { api } from "../api";

/** How many rows are asked for together, and kept together. */
export const chunkRows = 100;
/** How many chunks stay in memory while a person scrolls about. */
const chunksKept = 60;

interface Chunk {
  /** The change set up to which the rows are right. */
  seq: number;
  /** All of them, or the first ones alone where no more were asked for yet. */
  rows: api.Row[];
}

/** Rows of one list by position, of which only some are there. */
export class Chunks {
  total = 0;
  /** The latest change set known; chunks from before it are out of date. */
  latest = 0;
  readonly #chunks = new Map<number, Chunk>();

  clear(): void {
    this.#chunks.clear();
  }

  at(index: number): api.Row | undefined {
    return this.#chunks.get(Math.floor(index / chunkRows))?.rows[index % chunkRows];
  }

  rows(): api.Row[] {
    return [...this.#chunks.values()].flatMap(({ rows }) => rows);
  }

  /** The position of a record, -1 when it is not there. */
  indexOf(id: string): number {
    for (const [number, { rows }] of this.#chunks) {
      const at = rows.findIndex((row) => row.id === id);
      if (at >= 0) return number * chunkRows + at;
    }
    return -1;
  }

  /** Takes an answer to a question asked when the latest change set was `askedAt`. */
  take(from: number, page: api.Page, askedAt: number): void {
    const seq = Math.max(page.seq, askedAt);
    this.latest = Math.max(this.latest, seq);
    this.total = page.total;
    for (let i = 0; i < page.rows.length; i += chunkRows)
      this.#put(from + i / chunkRows, { seq, rows: page.rows.slice(i, i + chunkRows) });
    for (const number of this.#chunks.keys())
      if (number * chunkRows >= page.total) this.#chunks.delete(number);
    if (page.total === 0) this.#chunks.set(0, { seq, rows: [] });
    this.#forget(from);
  }

  /**
   * True when one of the first so many rows of the chunk is part of the list and not there, or out of date where
   * that matters. The first chunk is part of every list: that of an empty one says that there is nothing, up to a
   * change set.
   */
  lacks(number: number, oldWillDo: boolean, rows = chunkRows): boolean {
    const start = number * chunkRows;
    if (number < 0 || (number > 0 && start >= this.total)) return false;
    const chunk = this.#chunks.get(number);
    if (!chunk || (chunk.seq < this.latest && !oldWillDo)) return true;
    return chunk.rows.length < Math.min(rows, this.total - start);
  }

  /** Lets go of all but some chunks that follow each other, and tells the records that are there then. */
  keep(first: number, last: number): string[] {
    for (const n of this.#chunks.keys()) if (n < first || n > last) this.#chunks.delete(n);
    return this.rows().map(({ id }) => id);
  }

  /** Makes everything out of date. */
  age(): void {
    for (const chunk of this.#chunks.values()) chunk.seq = -1;
  }

  /** Puts a record in place of what is there of it. */
  replace(row: api.Row): void {
    const index = this.indexOf(row.id);
    const chunk = this.#chunks.get(Math.floor(index / chunkRows));
    if (chunk) chunk.rows[index % chunkRows] = row;
  }

  /** Rows that are there and as new stay the same objects, so that they need not be drawn again. */
  #put(number: number, { seq, rows }: Chunk): void {
    const before = this.#chunks.get(number);
    const there = before?.seq === seq ? before.rows : [];
    this.#chunks.set(number, { seq, rows: [...there, ...rows.slice(there.length)] });
  }

  /** Lets go of what is farthest from a chunk. */
  #forget(from: number): void {
    const excess = this.#chunks.size - chunksKept;
    if (excess <= 0) return;
    const far = [...this.#chunks.keys()].sort((a, b) => Math.abs(b - from) - Math.abs(a - from));
    for (const number of far.slice(0, excess)) this.#chunks.delete(number);
  }
}
