// Rows that stand together under a line of their own, which hides them when it is closed.

/** Rows with the same value, next to each other in the list. */
export interface RowGroup {
  key: string;
  /** What people read for the value. */
  text: string;
  count: number;
  /** The figures of the list for these rows alone. */
  figures?: Figure[];
}

/** A figure of several rows: "Last Review Date, filled", "11". */
export interface Figure {
  name: string;
  text: string;
}

/** Where a line of the grid leads: to a group's own line, or to a record of the list. */
export interface Line {
  group: number;
  /** The record's position in the list, undefined for the group's own line. */
  record: number | undefined;
}

/** The lines of a grid: one for each group, and below it those of its rows unless it is closed. */
export class Grouping {
  readonly groups: readonly RowGroup[];
  readonly closed: ReadonlySet<string>;
  /** The line and the record with which each group begins, and behind the last where the next would. */
  readonly #lines: number[] = [];
  readonly #records: number[] = [];

  constructor(groups: readonly RowGroup[], closed: ReadonlySet<string>) {
    this.groups = groups;
    this.closed = closed;
    let [line, record] = [0, 0];
    for (const { key, count } of groups) {
      this.#lines.push(line);
      this.#records.push(record);
      line += 1 + (closed.has(key) ? 0 : count);
      record += count;
    }
    this.#lines.push(line);
    this.#records.push(record);
  }

  /** How many lines there are. */
  get length(): number {
    return this.#lines.at(-1) ?? 0;
  }

  lineAt(line: number): Line {
    const group = lastUpTo(this.#lines, line, this.groups.length);
    const within = line - (this.#lines[group] ?? 0) - 1;
    return { group, record: within < 0 ? undefined : (this.#records[group] ?? 0) + within };
  }

  /** The record at a line or the next one below it. */
  recordFrom(line: number): number {
    const { group, record } = this.lineAt(Math.max(0, line));
    return record ?? this.#records[group] ?? 0;
  }

  /** The line of a record, -1 when its group is closed. */
  lineOf(record: number): number {
    const group = lastUpTo(this.#records, record, this.groups.length);
    const found = this.groups[group];
    if (record < 0 || !found || this.closed.has(found.key)) return -1;
    return (this.#lines[group] ?? 0) + 1 + record - (this.#records[group] ?? 0);
  }
}

/** The last of the first `count` starts that is not beyond a position. */
function lastUpTo(starts: number[], position: number, count: number): number {
  let [low, high] = [0, count - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}
