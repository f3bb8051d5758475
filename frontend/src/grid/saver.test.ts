import { expect, test } from "vitest";
import type { api } from "../api";
import { Rows } from "./rows";
import { Saver } from "./saver";

const never = () => new Promise<never>(() => {});
const done = (seq: number) =>
  ({ seq, created: 0, updated: 1, deleted: 0, summary: "" }) as api.Done;
const put = (seq: number) => Promise.resolve({ done: done(seq) } as api.PutResult);
const saverThat = (saves: number) =>
  new Saver(new Rows(never, never), {
    save: async () => done(saves),
    get: async () => ({ id: "1", version: 2 }) as api.Row,
  });

test("what was made in the cells, and what takes that back or does it again, is told from other changes", async () => {
  const saver = saverThat(0);
  await saver.put(put(5));
  expect([saver.isOwn(5, 0), saver.isOwn(6, 5), saver.isOwn(7, 6)]).toEqual([true, true, true]);
  expect([saver.isOwn(8, 0), saver.isOwn(9, 8)]).toEqual([false, false]);
});

test("a block or a cell that changed nothing makes no other change one of the cells’", async () => {
  const saver = saverThat(0);
  await saver.put(put(0));
  await saver.save("itsystem", { id: "1", version: 1 } as api.Row, "name", {
    value: "A",
    text: "A",
  });
  expect(saver.isOwn(8, 0)).toBe(false);
});
