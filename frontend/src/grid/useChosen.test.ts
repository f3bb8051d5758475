import { act, renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { useChosen } from "./useChosen";

test("columns are chosen at once, and the list follows when the person pauses or is done", () => {
  vi.useFakeTimers();
  const follow = vi.fn();
  const { result } = renderHook(() => useChosen(["name"], follow));
  act(() => result.current.choose(["name", "a"]));
  act(() => result.current.choose(["name", "a", "b"]));
  expect(result.current.columns).toEqual(["name", "a", "b"]);
  expect(follow).not.toHaveBeenCalled();
  act(() => vi.runAllTimers());
  expect(follow.mock.calls).toEqual([[["name", "a", "b"]]]);

  act(() => result.current.choose(["name"]));
  act(() => result.current.settle());
  act(() => vi.runAllTimers());
  expect(follow).toHaveBeenCalledTimes(2);

  act(() => result.current.choose(["name", "c"]));
  act(() => result.current.forget());
  act(() => vi.runAllTimers());
  expect(follow).toHaveBeenCalledTimes(2);
  expect(result.current.columns).toEqual(["name"]);
  vi.useRealTimers();
});
