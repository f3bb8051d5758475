import { ApiError, type api, asApiError } from "../api";
import { Chunks, chunkRows } from "./chunks";
import type { Grouping, RowGroup } from "./grouping";
import { type Changed, Pending } from "./pending";

/** What a grid lists; which part of it is asked for is left to `Rows`. */
export type ListQuery = Omit<api.Query, "offset" | "limit">;

export type AskPage = (query: api.Query) => Promise<api.Page>;

/** Reads records of a table as they are now, without those that are there no more. */
export type ReadRows = (table: string, ids: string[], columns: string[]) => Promise<api.Row[]>;

/** How many questions may be on their way at a time. */
const atOnce = 2;
/** How many rows are asked for together where many are wanted: the most that Go gives. */
const manyRows = 1000;

/**
 * The rows of one list, of which only those around the window are in memory. Rows that are there
 * stay until newer ones arrive, whether because of a change of the data or of the question. A change of the
 * data moves none of them: records come and go, and the others keep their places until somebody sorts again.
 */
export class Rows {
  /** False until the first answer. */
  known = false;
  error: ApiError | undefined;
  /** Grows when the list has become another one: other records or another order. */
  list = 0;
  /** The question that the rows answer. */
  query: ListQuery | undefined;
  /** True when rows that are held stand elsewhere than the question would have them now. */
  misplaced = false;

  readonly #ask: AskPage;
  readonly #read: ReadRows;
  readonly #chunks = new Chunks();
  readonly #pending = new Pending();
  readonly #busy = new Set<number>();
  readonly #listeners = new Set<() => void>();
  #wanted: ListQuery | undefined;
  #turning = false;
  #asked = 0;
  /** How many rows the question asked last is for at the most. */
  #soon = Number.POSITIVE_INFINITY;
  #first = 0;
  #last = 0;
  #held = false;
  #worked = false;
  /** How many records the list has by the last answer: more than it shows or fewer while some are kept in it. */
  #counted = 0;
  #checks = 0;
  /** Whether one of the changes that have not been looked at yet was not made in cells of this list. */
  #others = false;
  #version = 0;
  #grouping: Grouping | undefined;

  constructor(ask: AskPage, read: ReadRows) {
    this.#ask = ask;
    this.#read = read;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Changes whenever something that shows has changed. */
  readonly version = (): number => this.#version;

  /** How many records the list finds. */
  get records(): number {
    return this.#chunks.total;
  }

  /** How many lines the grid has: one for each record, or fewer and more where rows stand in groups. */
  get total(): number {
    return this.#grouping?.length ?? this.records;
  }

  /** Puts the rows under lines of groups; undefined lets them stand one after the other. */
  group(grouping: Grouping | undefined): void {
    if (this.#grouping === grouping) return;
    this.#grouping = grouping;
    this.#notify();
    this.#fill();
  }

  /** The group whose own line is at a position. */
  groupAt(index: number): { group: RowGroup; open: boolean } | undefined {
    const line = this.#grouping?.lineAt(index);
    const group = line && line.record === undefined && this.#grouping?.groups[line.group];
    return group ? { group, open: !this.#grouping?.closed.has(group.key) } : undefined;
  }

  /** The row at a position, undefined while it is not in memory, and for a group's own line. */
  at(index: number): api.Row | undefined {
    const record = this.#recordAt(index);
    const row = record === undefined ? undefined : this.#chunks.at(record);
    return row && this.#pending.over(row);
  }

  /** The line of a record by its place in the list, -1 where its group is closed. */
  lineOf(record: number): number {
    return this.#grouping ? this.#grouping.lineOf(record) : record;
  }

  #recordAt(index: number): number | undefined {
    return this.#grouping ? this.#grouping.lineAt(index).record : index;
  }

  /** The records that two positions and those between them lead to. */
  #span(first: number, last: number): [number, number] {
    if (!this.#grouping) return [first, last];
    return [this.#grouping.recordFrom(first), this.#grouping.recordFrom(last)];
  }

  /** True when all rows between two positions are in memory, as far as the list goes. */
  has(first: number, last: number): boolean {
    for (let index = first; index <= Math.min(last, this.total - 1); index++) {
      const record = this.#recordAt(index);
      if (record !== undefined && !this.#chunks.at(record)) return false;
    }
    return true;
  }

  /** The rows in memory, in no order. */
  inMemory(): api.Row[] {
    return this.#chunks.rows().map((row) => this.#pending.over(row));
  }

  /** The position of a record among the rows in memory, -1 when it is not among them. */
  indexOf(id: string): number {
    return this.lineOf(this.#chunks.indexOf(id));
  }

  /**
   * Asks for a list. Of several questions asked while an answer is awaited only the last is put, and
   * an answer that came too late is not shown. `at` is the position to begin with; of a new list that begins at
   * its top the first `soon` rows come alone, and sooner.
   */
  ask(query: ListQuery, at = 0, soon = Number.POSITIVE_INFINITY): void {
    if (JSON.stringify(query) === JSON.stringify(this.#wanted)) return;
    const isNew = !this.#wanted || placeOf(query) !== placeOf(this.#wanted);
    if (isNew) this.#look(at, at);
    this.#soon = isNew && at === 0 ? soon : Number.POSITIVE_INFINITY;
    this.#wanted = query;
    void this.#turn();
  }

  /** Says which rows are in the window, so that they and those around them are there. */
  show(first: number, last: number): void {
    this.#look(...this.#span(first, last));
    this.#fill();
  }

  /**
   * Says that the data is now that of a change set. Rows stay where they are, whoever made it; what was made in
   * cells of this list stays also where the list would not find it any more. Under groups only a row stays that
   * somebody works on.
   */
  changed(seq: number, inCells = false): void {
    this.#chunks.latest = Math.max(this.#chunks.latest, seq);
    this.#others ||= !inCells;
    const stays = !this.#grouping || (inCells && this.#worked);
    this.#held = stays;
    if (stays && this.query) void this.#check(this.query);
    else this.#sort();
  }

  /** Reads everything that is shown again. */
  refresh(): void {
    this.#chunks.age();
    this.#letGo();
    if (this.error) void this.#turn(true);
    else this.#fill();
  }

  /** Somebody works on a row. */
  work(): void {
    this.#worked = true;
  }

  /** Somebody leaves the row that they worked on. It stays in its place in a list; under groups it finds its own. */
  leave(): void {
    this.#worked = false;
    if (this.#grouping && this.#held) this.#sort();
  }

  /** Lets rows that are kept in their places stand where they belong. */
  #sort(): void {
    this.#letGo();
    this.#fill();
  }

  /** Shows a field as a person has changed it, until it is settled. */
  expect(id: string, field: string, changed: Changed): void {
    this.#pending.expect(id, field, changed);
    this.#notify();
  }

  /** Drops what was expected of a field, and takes the record as Go has it now where that is known. */
  settle(id: string, field: string, row?: api.Row): void {
    this.#pending.settle(id, field);
    if (row) this.#chunks.replace(row);
    this.#notify();
  }

  /** The rows between two positions; those not in memory are asked for and not kept. Fails as `named` does. */
  async between(first: number, last: number, columns?: string[]): Promise<api.Row[]> {
    if (!this.query) return [];
    const [from, to] = this.#span(first, last);
    const there = Array.from({ length: to - from + 1 }, (_, i) => this.#chunks.at(from + i));
    if (there.every((row) => row !== undefined)) return there.map((row) => this.#pending.over(row));
    if (from > 0 || to < this.records - 1) this.#goByPlaces();
    const query = { ...this.query, columns: columns ?? this.query.columns };
    const rows: api.Row[] = [];
    for (let offset = from; offset <= to; offset += manyRows) {
      const limit = Math.min(manyRows, to - offset + 1);
      rows.push(...(await this.#ask({ ...query, offset, limit })).rows);
    }
    return rows;
  }

  /** The positions in the list of the records that two lines and those between them show. */
  recordsOf(first: number, last: number): { from: number; count: number } {
    const [from, to] = this.#span(first, last);
    const end = this.groupAt(last) ? to - 1 : to;
    return { from, count: Math.max(0, end - from + 1) };
  }

  /**
   * Names records of the list for Go: by id, where all are in memory, and otherwise by their place in the
   * list, which then stays no longer as it was before the last change. Fails where it showed others in these places.
   */
  named(from: number, count: number): Pick<api.Range, "ids" | "query"> {
    const there = Math.max(0, Math.min(count, this.records - from));
    const ids = Array.from({ length: there }, (_, i) => this.#chunks.at(from + i)?.id);
    if (ids.every((id) => id !== undefined) || !this.query) return { ids: ids.filter(isText) };
    this.#goByPlaces();
    return { ids: [], query: { ...this.query, columns: [], offset: from, limit: there } };
  }

  /** Lets rows go that are held, and fails where they may stand elsewhere by now: a person looks again first. */
  #goByPlaces(): void {
    const [from, to] = this.#chunksInSight();
    let old = false;
    for (let n = from; this.#held && n <= to; n++) old ||= this.#chunks.lacks(n, false);
    if (this.#held) this.#sort();
    if (old) throw sortedAgain();
  }

  /** The first and the last chunk of those in the window. */
  #chunksInSight(): [number, number] {
    return [Math.floor(this.#first / chunkRows), Math.floor(this.#last / chunkRows)];
  }

  #look(first: number, last: number): void {
    this.#first = Math.max(0, first);
    this.#last = Math.max(this.#first, last);
  }

  /** Puts the question asked last, until no newer one has been asked meanwhile. */
  async #turn(again = false): Promise<void> {
    if (this.#turning) return;
    this.#turning = true;
    while (again || this.#wanted !== this.query) {
      again = false;
      if (!(await this.#put(this.#wanted))) break;
    }
    this.#turning = false;
    this.#fill(false);
  }

  /** Puts one question; false when it failed and none has come after it. */
  async #put(query: ListQuery | undefined): Promise<boolean> {
    if (!query) return false;
    const [from, to] = this.#chunksInSight();
    const { offset, limit } = spanOf(from, to);
    try {
      const page = await this.#ask({ ...query, offset, limit: Math.min(limit, this.#soon) });
      if (query === this.#wanted) this.#begin(query, from, page);
      return true;
    } catch (reason) {
      if (query === this.#wanted) this.#fail(reason);
      return query !== this.#wanted;
    }
  }

  #begin(query: ListQuery, from: number, page: api.Page): void {
    if (!this.query || placeOf(query) !== placeOf(this.query)) this.list++;
    this.query = query;
    this.#letGo();
    this.#chunks.clear();
    this.#busy.clear();
    this.#take(from, page, 0);
  }

  #letGo(): void {
    this.#held = false;
    this.#others = false;
    this.misplaced = false;
  }

  /** Looks at what a change did to the list, while its rows are held in their places. */
  async #check(query: ListQuery): Promise<void> {
    const turn = ++this.#checks;
    const isOld = () => !this.#held || query !== this.query || turn !== this.#checks;
    const askedAt = this.#chunks.latest;
    const [from, to] = this.#chunksInSight();
    try {
      const page = await this.#ask({ ...query, ...spanOf(from, to) });
      if (isOld()) return;
      if (!this.#moves(from, page)) return this.#takeOver(from, page, askedAt);
      const there = this.#chunks.keep(from, to);
      const now = await this.#read(query.table, there, query.columns);
      if (!isOld()) this.#keep(now, there.length, page.total);
    } catch (reason) {
      if (!isOld()) this.#fail(reason);
    }
  }

  /** True where rows that keep their places stand elsewhere than a page would have them. */
  #moves(from: number, { rows, total }: api.Page): boolean {
    const came =
      total > Math.max(this.#counted, this.records) || (total !== this.#counted && this.#others);
    const first = from * chunkRows;
    const same = rows.every(({ id }, i) => (this.#chunks.at(first + i)?.id ?? id) === id);
    return !came && !(same && total === this.records);
  }

  /** Takes the rows of a page in place of those that were held. */
  #takeOver(from: number, page: api.Page, askedAt: number): void {
    this.#letGo();
    this.#take(from, page, askedAt);
    this.#fill();
  }

  /** Keeps rows in their places, as they are now. Where one of them is gone, the others close up. */
  #keep(now: api.Row[], held: number, total: number): void {
    if (now.length < held) {
      this.#sort();
      return;
    }
    for (const row of now) this.#chunks.replace(row);
    this.#counted = total;
    this.#others = false;
    this.misplaced = true;
    this.error = undefined;
    this.#notify();
  }

  #take(from: number, page: api.Page, askedAt: number): void {
    this.#chunks.take(from, page, askedAt);
    this.#counted = page.total;
    this.known = true;
    this.error = undefined;
    this.#notify();
  }

  #fail(reason: unknown): void {
    this.error = asApiError(reason);
    this.#notify();
  }

  #fill(around = true): void {
    while (this.query && this.query === this.#wanted && this.#asked < atOnce) {
      const span = this.#needed(around);
      if (!span) return;
      void this.#load(this.query, span[0], span[1]);
    }
  }

  /**
   * The chunks to ask for next: those in the window together, then the rest of the last and those around it. A new
   * list is shown before anything around it is asked for.
   */
  #needed(withAround: boolean): [number, number] | undefined {
    const first = Math.floor(this.#first / chunkRows);
    const end = Math.min(this.#last + 1, this.records);
    const last = Math.floor((end - 1) / chunkRows);
    const lacks = (n: number, rows = chunkRows) =>
      !this.#busy.has(n) && this.#chunks.lacks(n, this.#held, rows);
    const lacking = [];
    for (let n = first; n <= last; n++) if (lacks(n, end - n * chunkRows)) lacking.push(n);
    if (this.#held && lacking.length > 0) {
      this.#letGo();
      return this.#needed(withAround);
    }
    const [from] = lacking;
    if (from !== undefined) return [from, lacking.at(-1) ?? from];
    const around =
      withAround && !this.#held ? [last, last + 1, first - 1].find((n) => lacks(n)) : undefined;
    return around === undefined ? undefined : [around, around];
  }

  async #load(query: ListQuery, from: number, to: number): Promise<void> {
    const askedAt = this.#chunks.latest;
    for (let n = from; n <= to; n++) this.#busy.add(n);
    this.#asked++;
    try {
      const page = await this.#ask({ ...query, ...spanOf(from, to) });
      if (query === this.query) this.#take(from, page, askedAt);
    } catch (reason) {
      if (query === this.query) this.#fail(reason);
      return;
    } finally {
      this.#asked--;
      for (let n = from; n <= to; n++) this.#busy.delete(n);
    }
    this.#fill();
  }

  #notify(): void {
    this.#version++;
    for (const listener of this.#listeners) listener();
  }
}

/** What makes a list the same list: not which columns it shows. */
export function placeOf({ table, view, filter, search, order }: ListQuery): string {
  return JSON.stringify([table, view, filter, search, order]);
}

function sortedAgain(): ApiError {
  const message =
    "The rows stood where they were before a change, and are now sorted again. Look at them, then do this once more.";
  return new ApiError({ code: "conflict", message, field: "", fields: {}, details: "" });
}

const isText = (id: string | undefined): id is string => id !== undefined;

function spanOf(from: number, to: number): { offset: number; limit: number } {
  return { offset: from * chunkRows, limit: (to - from + 1) * chunkRows };
}
