import type { api } from "../api";

/** A field as a person has changed it, in stored form and as text. */
export interface Changed {
  value: unknown;
  text: string;
}

/** What people have changed and Go has not confirmed yet, laid over the rows that Go gave. */
export class Pending {
  readonly #changes = new Map<string, Map<string, Changed>>();
  readonly #merged = new Map<string, { of: api.Row; row: api.Row }>();

  expect(id: string, field: string, changed: Changed): void {
    const fields = this.#changes.get(id) ?? new Map();
    this.#changes.set(id, fields.set(field, changed));
    this.#merged.delete(id);
  }

  settle(id: string, field: string): void {
    const fields = this.#changes.get(id);
    fields?.delete(field);
    if (fields?.size === 0) this.#changes.delete(id);
    this.#merged.delete(id);
  }

  /** The row with what is expected of it; the same object as long as neither changes. */
  over(row: api.Row): api.Row {
    const changes = this.#changes.get(row.id);
    if (!changes) return row;
    const before = this.#merged.get(row.id);
    if (before?.of === row) return before.row;
    const merged = { ...row, values: { ...row.values }, display: { ...row.display } };
    for (const [field, { value, text }] of changes) {
      merged.values[field] = value;
      merged.display[field] = text;
    }
    this.#merged.set(row.id, { of: row, row: merged });
    return merged;
  }
}
