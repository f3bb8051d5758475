import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { Table } from "../../../api";
import type { GridHandle } from "../../../grid";
import { WordFilter } from "./ListHead";
import type { ListState } from "./useListSearch";

function filter(words: string, given: number, ask = vi.fn()) {
  const state = { words, given, sayWords: vi.fn(), settleWords: vi.fn() };
  return (
    <WordFilter
      table={{ plural: "Systems" } as Table}
      state={state as unknown as ListState}
      grid={{ current: { ask } as unknown as GridHandle }}
    />
  );
}

test("no letter is lost that is typed before the page has heard of the last; words from elsewhere replace them", () => {
  const { rerender } = render(filter("", 0));
  const box = screen.getByRole<HTMLInputElement>("searchbox");
  fireEvent.change(box, { target: { value: "K" } });
  fireEvent.change(box, { target: { value: "Ki" } });
  rerender(filter("K", 0));
  expect(box.value).toBe("Ki");
  rerender(filter("", 1));
  expect(box.value).toBe("");
});

test("rows are asked for before the letter is in its place, wherever that is, and not while letters are composed", () => {
  const ask = vi.fn();
  render(filter("Ki", 0, ask));
  const box = screen.getByRole<HTMLInputElement>("searchbox");
  const insert = (inputType: string, data: string) =>
    box.dispatchEvent(new InputEvent("beforeinput", { inputType, data }));
  box.setSelectionRange(1, 1);
  insert("insertText", "n");
  expect(ask.mock.calls).toEqual([[{ search: "Kni" }]]);
  insert("insertCompositionText", "ni");
  expect(ask).toHaveBeenCalledTimes(1);
});

test("who clears the words by the button stands in the field then, not nowhere", () => {
  render(filter("Ki", 0));
  const box = screen.getByRole<HTMLInputElement>("searchbox");
  const button = screen.getByRole("button", { name: "Clear the words" });
  button.focus();
  fireEvent.click(button);
  expect([box.value, document.activeElement]).toEqual(["", box]);
});
