import { expect, test } from "vitest";
import { belongsToFocus, combinationOf, keysText } from "./keys";

const key = (name: string, more: KeyboardEventInit = {}) =>
  new KeyboardEvent("keydown", { key: name, ...more });

test.each([
  ["Mod+N", key("n", { ctrlKey: true })],
  ["Mod+N", key("n", { metaKey: true })],
  ["Mod+Shift+S", key("S", { ctrlKey: true, shiftKey: true })],
  ["Alt+ArrowLeft", key("ArrowLeft", { altKey: true })],
  ["Shift+F10", key("F10", { shiftKey: true })],
  ["?", key("?", { shiftKey: true })],
  ["F5", key("F5")],
])("%s is read from the keyboard", (combination, event) => {
  expect(combinationOf(event)).toBe(combination);
});

function pressIn(html: string, event: KeyboardEvent): boolean {
  document.body.innerHTML = html;
  const target = document.body.firstElementChild as HTMLElement;
  let mine = false;
  target.addEventListener("keydown", (e) => {
    mine = belongsToFocus(e);
  });
  target.dispatchEvent(event);
  return mine;
}

test.each([
  ["<input>", key("?"), true],
  ["<input>", key("z", { ctrlKey: true }), true],
  ["<textarea></textarea>", key("y", { ctrlKey: true }), true],
  ["<input>", key("Delete", { ctrlKey: true }), true],
  ["<input>", key("s", { ctrlKey: true }), false],
  ["<input>", key("k", { ctrlKey: true }), false],
  ["<input>", key("F5"), false],
  ["<input type=checkbox>", key("z", { ctrlKey: true }), false],
  ["<button></button>", key("?"), false],
])("%s keeps what it means by a key (%#)", (html, event, mine) => {
  expect(pressIn(html, event)).toBe(mine);
});

test("rich text keeps bold and italic", () => {
  const html = "<div contenteditable=true></div>";
  expect(pressIn(html, key("b", { ctrlKey: true }))).toBe(true);
  expect(pressIn(html, key("s", { ctrlKey: true }))).toBe(false);
});

test("keys are written as they stand on the keyboard", () => {
  expect(keysText("Mod+Shift+S")).toBe("Ctrl+Shift+S");
  expect(keysText("Alt+ArrowLeft")).toBe("Alt+Left");
});
