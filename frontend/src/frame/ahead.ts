import type { QueryClient } from "@tanstack/react-query";
import { modelQuery } from "../model";
import { stateQuery } from "./catalogue";
import { preferencesQuery } from "./preferences";
import { savedViewsQuery } from "./views";

/**
 * Asks for what every page needs, all of it at once and before anything is rendered. What cannot be had is
 * asked for again, or told, by whoever needs it.
 */
export async function askAhead(queries: QueryClient): Promise<void> {
  void queries.prefetchQuery(preferencesQuery);
  void queries.prefetchQuery(modelQuery);
  await queries.prefetchQuery(stateQuery);
  if (queries.getQueryData(stateQuery.queryKey)?.open) void queries.prefetchQuery(savedViewsQuery);
}
