import type { api } from "../../api";

type Values = Record<string, unknown>;

/** What stood in a record's other fields before a change and after it. */
export interface Beside {
  before: Values;
  after: Values;
}

/** What stood in a record around each of its changes, which are newest first, going back from how it is now. */
export function besides(sets: api.ChangeSet[], id: string, now: Values = {}): Beside[] {
  let after = now;
  return sets.map(({ changes }) => {
    const fields = changes.find(({ record }) => record === id)?.fields ?? [];
    const before = { ...after, ...Object.fromEntries(fields.map((f) => [f.field, f.before])) };
    const beside = { before, after };
    after = before;
    return beside;
  });
}
