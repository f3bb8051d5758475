import { expect, test, vi } from "vitest";
import type { api } from "../api";
import { type ListQuery, Rows } from "./rows";

const query: ListQuery = {
  ...{ table: "itsystem", view: "", columns: ["name"], filter: {}, search: "", order: [] },
};

interface Asked {
  query: api.Query;
  answer(page: Partial<api.Page>): Promise<void>;
  refuse(): Promise<void>;
}

/** Rows whose questions wait for the test to answer them. */
function waitingRows() {
  const asked: Asked[] = [];
  const now = new Map<string, api.Row | undefined>();
  const rows = new Rows(
    (question) =>
      new Promise((resolve, reject) => {
        const settle = async (act: () => void) => {
          act();
          await vi.waitFor(() => Promise.resolve());
          await new Promise((next) => setTimeout(next));
        };
        asked.push({
          query: question,
          answer: (page) => settle(() => resolve({ ...pageOf(question, 1000, 1), ...page })),
          refuse: () => settle(() => reject(new Error("disk"))),
        });
      }),
    async (_, ids) => ids.flatMap((id) => (now.has(id) ? (now.get(id) ?? []) : rowOf(Number(id)))),
  );
  return { rows, asked, now };
}

function pageOf({ offset, limit, search }: api.Query, total: number, seq: number): api.Page {
  const count = Math.max(0, Math.min(limit, total - offset));
  return { total, seq, rows: Array.from({ length: count }, (_, i) => rowOf(offset + i, search)) };
}

function rowOf(index: number, word = ""): api.Row {
  const name = `${word}${index}`;
  return {
    ...{ id: name, name, version: 1, state: "active", stub: false },
    ...{ values: { name }, display: { name } },
  };
}

async function shown(total = 1000) {
  const made = waitingRows();
  made.rows.ask(query);
  await made.asked[0]?.answer(pageOf({ ...query, offset: 0, limit: 100 }, total, 1));
  return made;
}

test("rows around the window are asked for before they are needed, each only once", async () => {
  const { rows, asked } = await shown();
  rows.show(0, 30);
  rows.show(4, 34);
  expect(asked.map(({ query: { offset, limit } }) => [offset, limit])).toEqual([
    [0, 100],
    [100, 100],
  ]);
  expect(rows.at(99)?.name).toBe("99");
  expect(rows.at(100)).toBeUndefined();
});

test("nothing around a list is asked for before the list itself could be shown", async () => {
  const { rows, asked } = await shown();
  expect(asked).toHaveLength(1);
  rows.ask({ ...query, search: "x" });
  await asked.at(-1)?.answer({});
  expect(asked).toHaveLength(2);
});

test("the first rows of a new list come alone, and the others as soon as they are to be drawn", async () => {
  const { rows, asked } = await shown();
  rows.ask({ ...query, search: "x" }, 0, 20);
  await asked.at(-1)?.answer({});
  const first = rows.at(0);
  expect([first?.name, rows.has(0, 19), rows.has(0, 20), asked.length]).toEqual([
    "x0",
    true,
    false,
    2,
  ]);
  rows.show(0, 44);
  expect(asked[2]?.query).toMatchObject({ offset: 0, limit: 100 });
  await asked[2]?.answer({});
  expect(rows.has(0, 99)).toBe(true);
  expect(rows.at(0)).toBe(first);
});

test("a change that comes while only the first rows are there moves none of them", async () => {
  const { rows, asked } = await shown();
  rows.ask({ ...query, search: "x" }, 0, 20);
  await asked.at(-1)?.answer({});
  rows.changed(2);
  await asked.at(-1)?.answer({ seq: 2 });
  expect([rows.at(0)?.name, rows.has(0, 99), rows.misplaced]).toEqual(["x0", true, false]);
});

test("a window across chunks is asked for in one question", async () => {
  const { rows, asked } = await shown();
  rows.show(380, 420);
  const limits = asked.map(({ query: { offset, limit } }) => [offset, limit]);
  expect(limits).toContainEqual([300, 200]);
});

test("of words typed quickly only the last are looked for, and the rows stay until then", async () => {
  const { rows, asked } = await shown();
  for (const search of ["p", "pa", "pay"]) rows.ask({ ...query, search });
  expect(rows.at(0)?.name).toBe("0");
  const searches = () => asked.map((each) => each.query.search).filter((word) => word !== "");
  expect(searches()).toEqual(["p"]);
  await asked.at(-1)?.answer({});
  expect(rows.at(0)?.name).toBe("0");
  expect(searches()).toEqual(["p", "pay"]);
  await asked.at(-1)?.answer({});
  expect(rows.at(0)?.name).toBe("pay0");
});

test("a change of the data brings newer rows while the older ones stay", async () => {
  const { rows, asked } = await shown();
  rows.show(0, 30);
  await asked.at(-1)?.answer({});
  rows.changed(2);
  expect(rows.at(0)?.name).toBe("0");
  const again = asked.filter(({ query: { offset } }) => offset === 0).at(-1);
  await again?.answer({ seq: 2, total: 999, rows: [rowOf(7)] });
  expect(rows.at(0)?.name).toBe("7");
  expect(rows.total).toBe(999);
});

test("an empty list has its first row once the data has one", async () => {
  const { rows, asked } = await shown(0);
  rows.show(0, 30);
  expect(asked).toHaveLength(1);
  rows.changed(2);
  expect(asked).toHaveLength(2);
  await asked[1]?.answer(pageOf({ ...query, offset: 0, limit: 100 }, 1, 2));
  expect(rows.records).toBe(1);
  expect(rows.at(0)?.name).toBe("0");
  expect(asked).toHaveLength(2);
});

test("a change moves no row, whoever made it, until the list is sorted again", async () => {
  const { rows, asked, now } = await shown(20);
  rows.show(0, 19);
  now.set("7", { ...rowOf(7), name: "A7" });
  rows.changed(2);
  const moved = [rowOf(7), ...pageOf({ ...query, offset: 0, limit: 19 }, 20, 2).rows];
  await asked[1]?.answer({ total: 20, seq: 2, rows: moved });
  expect([rows.at(0)?.id, rows.at(7)?.name, rows.misplaced]).toEqual(["0", "A7", true]);
  rows.leave();
  expect(rows.at(0)?.id).toBe("0");
  rows.refresh();
  await asked[2]?.answer({ total: 20, seq: 2, rows: moved });
  expect([rows.at(0)?.id, rows.misplaced]).toEqual(["7", false]);
});

test("rows that would not move are taken as they are now", async () => {
  const { rows, asked } = await shown(20);
  rows.show(0, 19);
  rows.changed(2);
  const [first, ...rest] = pageOf({ ...query, offset: 0, limit: 20 }, 20, 2).rows;
  const newer = { ...rowOf(0), version: 2 };
  expect(first?.id).toBe(newer.id);
  await asked[1]?.answer({ total: 20, seq: 2, rows: [newer, ...rest] });
  expect([rows.at(0)?.version, rows.misplaced]).toEqual([2, false]);
});

test("what a list does not find any more leaves it, unless it was changed in its cells", async () => {
  const left = { total: 19, rows: pageOf({ ...query, offset: 1, limit: 19 }, 20, 2).rows };
  for (const inCells of [true, false]) {
    const { rows, asked } = await shown(20);
    rows.changed(2, inCells);
    await asked[1]?.answer({ ...left, seq: 2 });
    expect([rows.records, rows.misplaced]).toEqual(inCells ? [20, true] : [19, false]);
  }
});

test("a record that is gone, or came, leaves or joins the rows that keep their places", async () => {
  const { rows, asked, now } = await shown(20);
  const moved = [rowOf(7), ...pageOf({ ...query, offset: 0, limit: 19 }, 20, 2).rows];
  now.set("3", undefined);
  rows.changed(2);
  await asked[1]?.answer({ total: 20, seq: 2, rows: moved });
  await asked[2]?.answer({ total: 20, seq: 2, rows: moved });
  expect([rows.at(0)?.id, rows.misplaced]).toEqual(["7", false]);
  rows.changed(3, true);
  await asked[3]?.answer({ total: 21, seq: 3, rows: [rowOf(99), ...moved] });
  expect([rows.at(0)?.id, rows.records]).toEqual(["99", 21]);
});

test("a read that fails while rows keep their places is said, and read again when asked", async () => {
  const { rows, asked } = await shown(20);
  rows.changed(2, true);
  await asked[1]?.refuse();
  expect([rows.error?.message, rows.at(0)?.id]).toEqual(["disk", "0"]);
  rows.refresh();
  await asked[2]?.answer({ total: 20, seq: 2 });
  expect(rows.error).toBeUndefined();
});

test("rows that keep their places are let go when others are wanted, to which they would not fit", async () => {
  const { rows, asked } = await shown();
  rows.changed(2);
  await asked[1]?.answer({ seq: 2, rows: [rowOf(7), rowOf(0)] });
  expect(rows.misplaced).toBe(true);
  rows.show(450, 480);
  expect(rows.misplaced).toBe(false);
  expect(asked.map((each) => each.query.offset)).toContain(400);
});

test("rows that are not in memory are named by their places only where the list shows them there", async () => {
  const { rows, asked } = await shown();
  expect(rows.named(5, 300).query).toMatchObject({ offset: 5, limit: 300 });
  rows.changed(2);
  await asked.at(-1)?.answer({ seq: 2, rows: [rowOf(7), rowOf(0)] });
  expect(rows.named(5, 3).ids).toEqual(["5", "6", "7"]);
  expect(rows.misplaced).toBe(true);
  expect(() => rows.named(5, 300)).toThrow(/sorted again/);
  expect(rows.misplaced).toBe(false);
  expect(rows.named(5, 300).query).toMatchObject({ offset: 5, limit: 300 });
});

test("a list that cannot be read says why, keeps its rows and is read again when asked", async () => {
  const { rows, asked } = await shown();
  rows.ask({ ...query, search: "x" });
  await asked.at(-1)?.refuse();
  expect(rows.error?.message).toBe("disk");
  expect(rows.at(0)?.name).toBe("0");
  rows.refresh();
  await asked.at(-1)?.answer({});
  expect(rows.error).toBeUndefined();
  expect(rows.at(0)?.name).toBe("x0");
});

test("other columns of the same list leave the window where it is", async () => {
  const { rows, asked } = await shown();
  rows.show(500, 530);
  await asked.at(-1)?.answer({});
  const { list } = rows;
  rows.ask({ ...query, columns: ["name", "owner"] });
  expect(asked.at(-1)?.query).toMatchObject({ offset: 500, limit: 100 });
  await asked.at(-1)?.answer({});
  expect(rows.list).toBe(list);
});

test("what was changed shows until Go has answered", async () => {
  const { rows } = await shown();
  rows.expect("3", "name", { value: "Three", text: "Three" });
  expect(rows.at(3)?.display.name).toBe("Three");
  expect(rows.at(3)).toBe(rows.at(3));
  rows.settle("3", "name", { ...rowOf(3), version: 2, display: { name: "THREE" } });
  expect(rows.at(3)).toMatchObject({ version: 2, display: { name: "THREE" } });
});

test("rows of a range that was scrolled past are read for the occasion", async () => {
  const { rows, asked } = await shown();
  const range = rows.between(250, 252, []);
  expect(asked.at(-1)?.query).toMatchObject({ offset: 250, limit: 3, columns: [] });
  await asked.at(-1)?.answer({});
  expect((await range).map(({ id }) => id)).toEqual(["250", "251", "252"]);
  expect(rows.at(250)).toBeUndefined();
});
