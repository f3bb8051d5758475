import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import type { api } from "../../api";
import { useGrowth } from "./useGrowth";

test("rows of a preview that come after the plan has grown are not taken for those of the plan", async () => {
  const client = new QueryClient({
    defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } },
  });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const asked: ((rows: number) => void)[] = [];
  const queryFn = () => new Promise<number>((answer) => asked.push(answer));
  const { result, rerender } = renderHook(
    (plan: api.Plan) => {
      useGrowth(plan);
      return useQuery({ queryKey: ["import", plan.job, "rows"], queryFn }).data;
    },
    { wrapper, initialProps: { job: "7", reading: true } as api.Plan },
  );
  await waitFor(() => expect(asked).toHaveLength(1));
  rerender({ job: "7", reading: false } as api.Plan);
  await act(async () => asked[0]?.(250));
  await waitFor(() => expect(asked).toHaveLength(2));
  await act(async () => asked[1]?.(8000));
  await waitFor(() => expect(result.current).toBe(8000));
});
