import { QueryClient } from "@tanstack/react-query";
import { on } from "../api";

/** What queries are filed under. Whatever shows records, counts or changes starts its key with one of these. */
export const keys = {
  model: ["model"],
  state: ["state"],
  /** Everything read from records: ["records", table, …]. */
  records: ["records"],
  history: ["history"],
  preferences: ["preferences"],
  /** Backups by the catalogue's path. */
  backups: ["backups"],
} as const;

/** Go answers from memory and says when something has changed: nothing grows old by itself. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: "always",
      },
      mutations: { networkMode: "always" },
    },
  });
}

/** Reads again what a change set may have touched, whenever one was applied. */
export function refreshOnChange(client: QueryClient): () => void {
  // Lists show names of linked records, so that a change of one table may show in any.
  const state = () => client.invalidateQueries({ queryKey: keys.state });
  const backups = () => client.invalidateQueries({ queryKey: keys.backups });
  const off = [on("changed", () => refresh(client)), on("standing", state), on("backups", backups)];
  return () => {
    for (const stop of off) stop();
  };
}

/** Reads everything of the catalogue again. */
export function refresh(client: QueryClient): void {
  for (const queryKey of [keys.state, keys.records, keys.history, keys.backups])
    client.invalidateQueries({ queryKey });
}
