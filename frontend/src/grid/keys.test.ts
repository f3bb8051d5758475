import type { KeyboardEvent } from "react";
import { expect, test, vi } from "vitest";
import { type KeyActions, onGridKey } from "./keys";

function press(keys: Partial<KeyboardEvent>, column: number) {
  const at = { row: 50, column };
  const acts = {
    at,
    far: at,
    extent: { rows: 100, columns: 5, page: () => 20 },
    go: vi.fn(),
    extend: vi.fn(),
    showStart: vi.fn(),
    toggleGroup: () => false,
  };
  onGridKey(keys as KeyboardEvent, acts as unknown as KeyActions);
  return acts;
}

test.each([
  ["Home", { key: "Home" }, { row: 50, column: 0 }],
  ["Ctrl+Home", { key: "Home", ctrlKey: true }, { row: 0, column: 0 }],
  ["Ctrl+Left", { key: "ArrowLeft", ctrlKey: true }, { row: 50, column: 0 }],
])("%s goes to the first cell and shows the left edge, from wherever it is", (_, keys, to) => {
  for (const column of [4, 0]) {
    const { go, showStart } = press(keys, column);
    expect(go).toHaveBeenCalledWith(to);
    expect(showStart).toHaveBeenCalled();
  }
});

test("Shift+Home marks to the first cell of the row, and shows it", () => {
  const { extend, showStart } = press({ key: "Home", shiftKey: true }, 4);
  expect(extend).toHaveBeenCalledWith({ row: 50, column: 0 });
  expect(showStart).toHaveBeenCalled();
});

test.each(["ArrowUp", "ArrowDown", "PageDown"])(
  "%s along the first column slides nothing",
  (key) => {
    expect(press({ key }, 0).showStart).not.toHaveBeenCalled();
  },
);
