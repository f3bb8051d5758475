import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { Records } from "../../../api";
import type { ListQuery } from "../../../grid";
import { JumpBar } from "./JumpBar";

const query: ListQuery = {
  ...{ table: "itsystem", view: "", columns: [], filter: {}, search: "", order: [] },
};

test("a letter leads to its first row, and that of another list leads nowhere", async () => {
  vi.spyOn(Records, "Letters").mockResolvedValue([{ letter: "B", row: 7 }]);
  const onJump = vi.fn();
  const client = new QueryClient();
  const bar = (of: ListQuery) => (
    <QueryClientProvider client={client}>
      <JumpBar query={of} onJump={onJump} />
    </QueryClientProvider>
  );
  const { rerender } = render(bar(query));
  const letter = await screen.findByRole("button", { name: "Jump to B" });
  fireEvent.click(letter);
  expect(onJump.mock.calls).toEqual([[7]]);
  rerender(bar({ ...query, search: "x" }));
  fireEvent.click(letter);
  expect(onJump).toHaveBeenCalledOnce();
});
