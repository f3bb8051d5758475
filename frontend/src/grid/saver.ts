import { type api, asApiError } from "../api";
import type { Changed } from "./pending";
import type { Rows } from "./rows";

/** A cell whose change was refused: what was typed stays there until it is corrected or dropped. */
export interface Refused extends Changed {
  /** Why, as a sentence. */
  message: string;
}

interface Door {
  save(edit: api.Edit): Promise<api.Done>;
  get(table: string, id: string): Promise<api.Row>;
}

/** Saves cells one by one; the changes of one record wait for each other, so that each knows its version. */
export class Saver {
  readonly #rows: Rows;
  readonly #door: Door;
  readonly #refused = new Map<string, ReadonlyMap<string, Refused>>();
  readonly #queues = new Map<string, Promise<void>>();
  readonly #own = new Set<number>();
  #putting = 0;
  readonly #versions = new Map<string, number>();

  constructor(rows: Rows, door: Door) {
    this.#rows = rows;
    this.#door = door;
  }

  /** True for a change set that was made here, or may have been, and for what takes such a one back or does it again. */
  isOwn(seq: number, undoes: number): boolean {
    if (this.#own.has(undoes)) this.#own.add(seq);
    return this.#own.has(seq) || this.#queues.size > 0 || this.#putting > 0;
  }

  /** What changed nothing has no number. */
  #made({ seq }: api.Done): void {
    if (seq > 0) this.#own.add(seq);
  }

  /** Waits for a block that is put into the cells here. */
  async put(result: Promise<api.PutResult>): Promise<api.PutResult> {
    this.#putting++;
    try {
      const put = await result;
      this.#made(put.done);
      return put;
    } finally {
      this.#putting--;
    }
  }

  /** The changes of a record that were refused, by field; the same object until they change. */
  refusedOf(id: string): ReadonlyMap<string, Refused> | undefined {
    return this.#refused.get(id);
  }

  /** Keeps a change on screen and saves it. */
  save(table: string, row: api.Row, field: string, changed: Changed): Promise<void> {
    this.#refuse(row.id, field, undefined);
    this.#rows.expect(row.id, field, changed);
    const before = this.#queues.get(row.id) ?? Promise.resolve();
    const queue = before.then(() => this.#send(table, row, field, changed));
    this.#queues.set(row.id, queue);
    return queue.finally(() => {
      if (this.#queues.get(row.id) === queue) this.#queues.delete(row.id);
    });
  }

  /** Drops a change that was refused. */
  drop(id: string, field: string): void {
    this.#refuse(id, field, undefined);
    this.#rows.settle(id, field);
  }

  #refuse(id: string, field: string, refused: Refused | undefined): void {
    const fields = new Map(this.#refused.get(id));
    if (refused) fields.set(field, refused);
    else fields.delete(field);
    if (fields.size > 0) this.#refused.set(id, fields);
    else this.#refused.delete(id);
  }

  async #send(table: string, row: api.Row, field: string, changed: Changed): Promise<void> {
    const { id } = row;
    const edit = { table, id, values: { [field]: changed.value }, complete: false };
    try {
      const done = await this.#door.save({ ...edit, version: this.#version(row) });
      this.#made(done);
    } catch (reason) {
      const { fields, message } = asApiError(reason);
      this.#refuse(id, field, { ...changed, message: fields[field] ?? message });
      this.#rows.expect(id, field, changed);
      return this.#rows.refresh();
    }
    await this.#readAgain(table, id, field);
  }

  /** The version of a record that a person has seen: after a change of theirs, the one that it made. */
  #version({ id, version }: api.Row): number {
    const shown = this.#rows.at(this.#rows.indexOf(id))?.version ?? version;
    return Math.max(shown, this.#versions.get(id) ?? 0);
  }

  async #readAgain(table: string, id: string, field: string): Promise<void> {
    const row = await this.#door.get(table, id).catch(() => undefined);
    if (row) this.#versions.set(id, row.version);
    this.#rows.settle(id, field, row);
    if (!row) this.#rows.refresh();
  }
}
