import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { useFirstPage, usePages } from "./usePages";

test("a list that is read anew keeps its length and what was in sight until it is there", async () => {
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const plan = (name: string, answer: Promise<string>) => ({
    queryKey: [name],
    first: 0,
    last: 0,
    stays: true,
    fetch: async () => ({ total: 300, items: [await answer] }),
  });
  const { result, rerender } = renderHook(usePages<string>, {
    wrapper,
    initialProps: plan("before", Promise.resolve("old")),
  });
  await waitFor(() => expect(result.current.item(0)).toBe("old"));
  let arrive = (_: string) => {};
  const later = new Promise<string>((resolve) => {
    arrive = resolve;
  });
  rerender(plan("after", later));
  expect([result.current.total, result.current.item(0)]).toEqual([300, "old"]);
  arrive("new");
  await waitFor(() => expect(result.current.item(0)).toBe("new"));
});

test("a first page that was read ahead is there at once, and is read again when it has changed", async () => {
  const client = new QueryClient({
    defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } },
  });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  let rows = 250;
  const list = { queryKey: ["rows"], fetch: async () => ({ total: rows, items: ["first"] }) };
  renderHook(() => useFirstPage(list), { wrapper });
  await waitFor(() => expect(client.isFetching()).toBe(0));
  const total = () =>
    renderHook(() => usePages({ ...list, first: 0, last: 0 }), { wrapper }).result.current.total;
  expect(total()).toBe(250);
  rows = 8000;
  await client.invalidateQueries({ queryKey: ["rows"] });
  expect(total()).toBe(8000);
});
