import { act, renderHook } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { api } from "../api";
import { type ListQuery, Rows } from "./rows";
import { useOrder, useTellOrder } from "./useOrder";

afterEach(() => void vi.useRealTimers());

const list = { table: "it-system", view: "", columns: ["name"], filter: {}, search: "" };
const byName = [{ attribute: "name", descending: false }];
const byState = [{ attribute: "state", descending: true }];

test("an order holds at once; the page hears of it when its rows have been painted, and has the last word", async () => {
  vi.useFakeTimers();
  const answers: (() => void)[] = [];
  const page = { rows: [], total: 0, seq: 1 } as unknown as api.Page;
  const rows = new Rows(
    () => new Promise((answer) => answers.push(() => answer(page))),
    async () => [],
  );
  const answer = () => act(async () => answers.shift()?.());
  const tell = vi.fn();
  const grid = renderHook(
    ({ said }) => {
      const [order, choose] = useOrder(said);
      useTellOrder(rows, { ...list, order } as ListQuery, order, said, tell);
      return { order, choose };
    },
    { initialProps: { said: byName } },
  );
  rows.ask({ ...list, order: byName } as ListQuery);
  await answer();

  act(() => grid.result.current.choose(byState));
  rows.ask({ ...list, order: byState } as ListQuery);
  expect(grid.result.current.order).toBe(byState);
  vi.runAllTimers();
  expect(tell).not.toHaveBeenCalled();
  await answer();
  grid.rerender({ said: byName });
  vi.runAllTimers();
  expect(tell.mock.calls).toEqual([[byState]]);

  grid.rerender({ said: [...byState] });
  grid.rerender({ said: byName });
  expect(grid.result.current.order).toBe(byName);
});
