import { expect, test, vi } from "vitest";
import { Line } from "./line";

test("work that comes while other work is under way waits for it, also where that fails", async () => {
  const line = new Line();
  const done: string[] = [];
  const fail = vi.fn();
  let end = () => {};
  const first = line.add(async () => {
    await new Promise<void>((resolve) => {
      end = resolve;
    });
    done.push("first");
    throw new Error("no");
  }, fail);
  const second = line.add(async () => void done.push("second"), fail);
  expect(line.busy()).toBe(true);
  await Promise.resolve();
  expect(done).toEqual([]);
  end();
  await Promise.all([first, second]);
  expect(done).toEqual(["first", "second"]);
  expect(fail).toHaveBeenCalledOnce();
  expect(line.busy()).toBe(false);
});
