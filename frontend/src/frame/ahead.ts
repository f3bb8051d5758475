import type { QueryClient } from "@tanstack/react-query";
import { modelQuery } from "../model";
import { stateQuery } from "./catalogue";
import { preferencesQuery } from "./preferences";
import { savedViewsQuery } from "./views";

/**
 * Asks for what every page needs, all of it at once and before anything is rendered; `ask.js` has done so already
 * in the window. What cannot be had is asked for again, or told, by whoever needs it.
 */
export function askAhead(queries: QueryClient): void {
  void queries.prefetchQuery(preferencesQuery);
  void queries.prefetchQuery(modelQuery);
  void queries.prefetchQuery(stateQuery);
  void queries.prefetchQuery(savedViewsQuery);
}
