import { describe, expect, test } from "vitest";
import { moveBy, tabFrom } from "./moves";
import { moved, movedBefore } from "./order";
import { countPicked, everything, isPicked, nothing, pick, selectionOf, toggle } from "./picked";
import { RowScroll, tallest } from "./rowScroll";
import { cellText, tableText } from "./tsv";

const extent = { rows: 100, columns: 5, page: () => 20 };
const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey, metaKey: false });

describe("keys", () => {
  test.each([
    ["ArrowDown", false, { row: 4, column: 2 }],
    ["ArrowUp", false, { row: 2, column: 2 }],
    ["Home", false, { row: 3, column: 0 }],
    ["End", false, { row: 3, column: 4 }],
    ["PageDown", false, { row: 23, column: 2 }],
    ["PageUp", false, { row: 0, column: 2 }],
    ["Home", true, { row: 0, column: 0 }],
    ["End", true, { row: 99, column: 4 }],
    ["ArrowRight", true, { row: 3, column: 4 }],
  ])("%s (with Ctrl: %s) leads to %o", (name, ctrl, to) => {
    expect(moveBy(key(name, ctrl), { row: 3, column: 2 }, extent)).toEqual(to);
  });

  test("up from the first row leads to the header, and no further", () => {
    expect(moveBy(key("ArrowUp"), { row: 0, column: 1 }, extent)).toEqual({ row: -1, column: 1 });
    expect(moveBy(key("ArrowUp"), { row: -1, column: 1 }, extent)).toEqual({ row: -1, column: 1 });
    expect(moveBy(key("ArrowDown"), { row: -1, column: 1 }, extent)).toEqual({ row: 0, column: 1 });
  });

  test("Tab goes on in the next row, and out of the grid at its end", () => {
    expect(tabFrom({ row: 0, column: 4 }, false, extent)).toEqual({ row: 1, column: 0 });
    expect(tabFrom({ row: 1, column: 0 }, true, extent)).toEqual({ row: 0, column: 4 });
    expect(tabFrom({ row: 99, column: 4 }, false, extent)).toBeUndefined();
  });
});

describe("picked rows", () => {
  const query = { table: "t", view: "v", columns: [], filter: {}, search: "", order: [] };

  test("all of a list but one are named by the question, not by what is loaded", () => {
    const picked = toggle(everything, "b");
    expect(isPicked(picked, "a")).toBe(true);
    expect(isPicked(picked, "b")).toBe(false);
    expect(countPicked(picked, 100_000)).toBe(99_999);
    const named = selectionOf(picked, query);
    expect(named).toMatchObject({ table: "t", ids: [], except: ["b"], query: { view: "v" } });
  });

  test("a range is added to what is picked, or stands alone", () => {
    const one = toggle(nothing, "a");
    expect([...pick(one, ["b", "c"], false).ids]).toEqual(["a", "b", "c"]);
    expect([...pick(one, ["b", "c"], true).ids]).toEqual(["b", "c"]);
  });
});

describe("a table for spreadsheets", () => {
  test("a line for each row, cells parted by tabs", () => {
    const row = { id: "1", name: "A", version: 1, state: "active", stub: false, values: {} };
    const rows = [{ ...row, display: { name: "A", note: "two\nlines" } }];
    expect(tableText(["Name", "Note"], rows, ["name", "note"])).toBe(
      'Name\tNote\r\nA\t"two\nlines"',
    );
  });

  test("quotes are doubled where a cell needs quotes", () => {
    expect(cellText('a "b"\tc')).toBe('"a ""b""\tc"');
    expect(cellText("plain")).toBe("plain");
  });
});

describe("places of columns", () => {
  test("a column moves by steps but never before the name", () => {
    expect(moved(["name", "a", "b", "c"], "b", -1)).toEqual(["name", "b", "a", "c"]);
    expect(moved(["name", "a", "b"], "a", -1)).toEqual(["name", "a", "b"]);
    expect(moved(["name", "a", "b"], "name", 1)).toEqual(["name", "a", "b"]);
  });

  test("a column lands before the one that it is dropped on", () => {
    expect(movedBefore(["name", "a", "b", "c"], "c", "a")).toEqual(["name", "c", "a", "b"]);
    expect(movedBefore(["name", "a", "b"], "a", undefined)).toEqual(["name", "b", "a"]);
  });
});

describe("very long lists", () => {
  const rowHeight = 36;
  const head = 36;

  test("scrolling to the end of a million rows shows the last one at the bottom", () => {
    const element = { scrollTop: 0, clientHeight: 636 };
    const scroll = new RowScroll(() => element, 1_000_000, rowHeight, head);
    expect(scroll.height).toBe(tallest);
    element.scrollTop = tallest - 600;
    const sight = scroll.look();
    expect(scroll.topOf(999_999, sight) + rowHeight).toBeCloseTo(tallest);
  });

  test("a row far down is shown whole", () => {
    const element = { scrollTop: 0, clientHeight: 636 };
    const scroll = new RowScroll(() => element, 1_000_000, rowHeight, head);
    scroll.reveal(777_777);
    const sight = scroll.look();
    const top = scroll.topOf(777_777, sight) - sight.scrolled;
    expect(top).toBeGreaterThanOrEqual(-1);
    expect(top + rowHeight).toBeLessThanOrEqual(601);
  });

  test("in a list of usual length a row stands where it belongs, to the pixel", () => {
    const element = { scrollTop: 1234, clientHeight: 636 };
    const scroll = new RowScroll(() => element, 100_000, rowHeight, head);
    expect(scroll.height).toBe(3_600_000);
    expect(scroll.topOf(50, scroll.look())).toBe(1800);
  });

  test("the last row in sight is the one that is cut, or the last that is whole", () => {
    const lastAt = (scrollTop: number, clientHeight: number) => {
      const scroll = new RowScroll(() => ({ scrollTop, clientHeight }), 100, rowHeight, head);
      return scroll.lastAt(scroll.look());
    };
    expect(lastAt(0, head + 10 * rowHeight)).toBe(9);
    expect(lastAt(1, head + 10 * rowHeight)).toBe(10);
    expect(lastAt(0, head + 10 * rowHeight - 1)).toBe(9);
  });
});
