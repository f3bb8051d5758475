import { FluentProvider } from "@fluentui/react-components";
import { act, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import type { Field } from "../../api";
import { light } from "../../ui/theme";
import { Combobox } from "./Combobox";
import type { Item } from "./Listbox";

const field = { num: 1, key: "colour", label: "Colour", kind: "choice" } as Field;
const all: Item[] = ["Red", "Green", "Grey"].map((text) => ({ key: text, text }));

interface SetUp {
  begin?: string;
  seed?: string;
  autoFocus?: boolean;
  free?: boolean;
  stale?: boolean;
  compact?: boolean;
}

/** A combobox as a form holds it: what it tells becomes its value. */
function setUp(options: SetUp = {}) {
  const told = { value: vi.fn(), unreadable: vi.fn(), commit: vi.fn(), cancel: vi.fn() };
  function Holder({ begin = "Red", seed, autoFocus, free, stale, compact }: SetUp) {
    const [value, setValue] = useState<unknown>(begin);
    const [words, setWords] = useState(seed);
    const change = (next: unknown) => {
      told.value(next);
      setValue(next);
    };
    return (
      <Combobox
        id="colour"
        field={field}
        value={value}
        text={String(value ?? "")}
        items={all.filter(({ text }) => text.toLowerCase().startsWith(words ?? ""))}
        onWords={setWords}
        onChange={change}
        onPick={(item) => change(item.key)}
        onUnreadable={told.unreadable}
        onCommit={told.commit}
        onCancel={told.cancel}
        nothing="Nothing fits"
        {...{ seed, autoFocus, free, stale, compact }}
      />
    );
  }
  const view = (now: SetUp) => (
    <FluentProvider theme={light}>
      <Holder {...now} />
      <button type="button">after</button>
    </FluentProvider>
  );
  const { rerender } = render(view(options));
  const change = (now: SetUp) => rerender(view({ ...options, ...now }));
  const box = screen.getByRole<HTMLInputElement>("combobox", { name: "Colour" });
  return { ...told, box, change, user: userEvent.setup() };
}

test("typing narrows the list, and Enter takes the first that fits", async () => {
  const { box, user, value, commit } = setUp();
  await user.click(box);
  expect(screen.getAllByRole("option")).toHaveLength(3);
  await user.clear(box);
  await user.keyboard("g");
  expect(screen.getAllByRole("option").map((each) => each.textContent)).toEqual(["Green", "Grey"]);
  await user.keyboard("{ArrowDown}{Enter}");
  expect(value).toHaveBeenLastCalledWith("Grey");
  expect(box.value).toBe("Grey");
  expect(commit).toHaveBeenCalled();
  expect(screen.queryByRole("listbox")).toBeNull();
});

test("the input names the item that Enter would take", async () => {
  const { box, user } = setUp();
  await user.click(box);
  const active = () => document.getElementById(box.getAttribute("aria-activedescendant") ?? "");
  expect(active()).toHaveTextContent("Red");
  await user.keyboard("{ArrowDown}");
  expect(active()).toHaveTextContent("Green");
});

test("in a cell the list stands open, and the first arrow moves in it", async () => {
  const { box, user, value, commit } = setUp({ compact: true, autoFocus: true });
  expect(box).toHaveFocus();
  expect(screen.getAllByRole("option")).toHaveLength(3);
  await user.keyboard("{ArrowDown}{Enter}");
  expect(value).toHaveBeenLastCalledWith("Green");
  expect(commit).toHaveBeenCalled();
});

test("the key that began the edit is the first letter of what is looked for", async () => {
  const { box, user, value } = setUp({ compact: true, autoFocus: true, seed: "g" });
  await user.keyboard("rey");
  expect(box.value).toBe("grey");
  await user.keyboard("{Enter}");
  expect(value).toHaveBeenLastCalledWith("Grey");
});

test("keys as fast as they come take what fits the words as they stand", () => {
  const { box, value } = setUp({ begin: "" });
  box.focus();
  const react = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };
  const acting = react.IS_REACT_ACT_ENVIRONMENT;
  react.IS_REACT_ACT_ENVIRONMENT = false;
  const words = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
  words?.set?.call(box, "gree");
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  react.IS_REACT_ACT_ENVIRONMENT = acting;
  expect(value).toHaveBeenLastCalledWith("Green");
});

test("where nothing is chosen yet, the arrow that opens the list offers its first item", async () => {
  const { box, user, value } = setUp({ begin: "" });
  box.focus();
  await user.keyboard("{ArrowDown}{Enter}");
  expect(value).toHaveBeenLastCalledWith("Red");
});

test("Tab takes what typing found and moves on", async () => {
  const { box, user, value } = setUp();
  await user.click(box);
  await user.clear(box);
  await user.keyboard("gree{Tab}");
  expect(value).toHaveBeenLastCalledWith("Green");
  expect(box).not.toHaveFocus();
});

test("Tab through a box that nobody typed in changes nothing", async () => {
  const { box, user, value } = setUp();
  await user.click(box);
  await user.keyboard("{Tab}");
  expect(value).not.toHaveBeenCalled();
});

test("words that nothing fits stay, and are said to be unreadable", async () => {
  const { box, user, unreadable } = setUp();
  await user.click(box);
  await user.clear(box);
  await user.keyboard("blue{Tab}");
  expect(box.value).toBe("blue");
  expect(unreadable).toHaveBeenLastCalledWith("blue", "“blue” is not in the list");
});

test("Enter on words that nothing fits does not end the edit", async () => {
  const { box, user, commit } = setUp({ compact: true });
  await user.click(box);
  await user.clear(box);
  await user.keyboard("blue{Enter}");
  expect(commit).not.toHaveBeenCalled();
});

test("Escape brings the value back before it leaves", async () => {
  const { box, user, value, cancel } = setUp();
  await user.click(box);
  await user.keyboard("g{Escape}");
  expect(box.value).toBe("Red");
  expect(value).not.toHaveBeenCalled();
  expect(cancel).not.toHaveBeenCalled();
  await user.keyboard("{Escape}");
  expect(cancel).toHaveBeenCalled();
});

test("emptying the box clears the value", async () => {
  const { box, user, value } = setUp();
  await user.clear(box);
  expect(value).toHaveBeenLastCalledWith(null);
});

test("what the list showed for earlier words is never taken", async () => {
  const { box, user, value, unreadable, change } = setUp({ stale: true });
  await user.click(box);
  await user.clear(box);
  await user.keyboard("green{Enter}{Tab}");
  expect(value).toHaveBeenLastCalledWith(null);
  expect(unreadable).toHaveBeenLastCalledWith("green", "Still looking for “green”");
  change({ stale: false });
  expect(value).toHaveBeenLastCalledWith("Green");
});

test("free words are a value as they stand", async () => {
  const { box, user, value, unreadable } = setUp({ free: true });
  await user.click(box);
  await user.clear(box);
  await user.keyboard("Grey-ish{Enter}");
  expect(value).toHaveBeenLastCalledWith("Grey-ish");
  expect(unreadable).not.toHaveBeenCalledWith(expect.anything(), expect.anything());
});

test("pressing the mouse on an item takes it and leaves the focus in the box", async () => {
  const { box, user, value } = setUp();
  await user.click(box);
  const option = screen.getByRole("option", { name: "Green" });
  expect(fireEvent.mouseDown(option)).toBe(false);
  fireEvent.click(option);
  expect(value).toHaveBeenLastCalledWith("Green");
  expect(box).toHaveFocus();
});

test("the list is as wide as its texts need, not as the cell that it hangs from", async () => {
  setUp({ compact: true, autoFocus: true });
  await act(async () => {}); // it has been put in its place
  const list = screen.getByRole("listbox").parentElement;
  expect(list).toHaveClass("field-list");
  expect(list?.style.width).toBe("max-content");
});
