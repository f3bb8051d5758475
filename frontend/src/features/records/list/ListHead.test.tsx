import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { Table } from "../../../api";
import { WordFilter } from "./ListHead";
import type { ListState } from "./useListSearch";

function filter(words: string, given: number) {
  const state = { words, given, sayWords: vi.fn(), settleWords: vi.fn() };
  return (
    <WordFilter
      table={{ plural: "Systems" } as Table}
      state={state as unknown as ListState}
      grid={{ current: null }}
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
