import { afterEach, expect, test, vi } from "vitest";
import { oncePainted } from "./painted";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("what waits for a frame comes also where no frame does, once, and not when it is called off", () => {
  vi.useFakeTimers();
  vi.spyOn(window, "requestAnimationFrame").mockReturnValue(1);
  const [done, calledOff] = [vi.fn(), vi.fn()];
  oncePainted(done);
  oncePainted(calledOff)();
  vi.runAllTimers();
  expect(done).toHaveBeenCalledOnce();
  expect(calledOff).not.toHaveBeenCalled();
});

test("what waits for a frame comes after it", () => {
  vi.useFakeTimers();
  const order: string[] = [];
  oncePainted(() => order.push("then"));
  requestAnimationFrame(() => order.push("frame"));
  vi.runAllTimers();
  expect(order).toEqual(["frame", "then"]);
});
