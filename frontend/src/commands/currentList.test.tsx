import { act, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { api } from "../api";
import { currentList, useCurrentList, useOfferList } from "./currentList";

function List({ title, search }: { title: string; search: string }) {
  useOfferList({ title, query: { table: "itsystem", search } as api.Query });
  return null;
}

function Shown() {
  const list = useCurrentList();
  return <p>{list ? `${list.title} ${list.query.search}` : "none"}</p>;
}

test("what acts on the list has it at once, what shows it when typing has paused", () => {
  vi.useFakeTimers();
  const page = (search?: string) => (
    <>
      {search !== undefined && <List title="Active" search={search} />}
      <Shown />
    </>
  );
  const { rerender } = render(page(""));
  expect(screen.getByText("Active")).toBeVisible();

  rerender(page("pay"));
  expect(currentList()?.query.search).toBe("pay");
  expect(screen.getByText("Active")).toBeVisible();
  act(() => vi.runAllTimers());
  expect(screen.getByText("Active pay")).toBeVisible();

  rerender(page());
  expect(currentList()).toBeUndefined();
  expect(screen.getByText("none")).toBeVisible();
  vi.useRealTimers();
});
