import type { QueryClient } from "@tanstack/react-query";
import type { api, schema } from "../api";
import type { CatalogueModel } from "../model";
import { useGo } from "./go";
import { firstDashboard, firstTable } from "./place";
import { layoutOf, useLayout } from "./preferences";

const dashboardFirst = (app: string) => `dashboard-first:${app}`;

/** Whether an app is entered at its dashboard rather than at its first list, and how to choose. */
export function useStartsAtDashboard(app: string): [boolean, (at: boolean) => void] {
  return useLayout(dashboardFirst(app), false);
}

/** Goes where an app begins; false when it has nothing to begin with. */
export function useBegin(app: schema.App): () => boolean {
  const go = useGo();
  const [atDashboard] = useStartsAtDashboard(app.key);
  return () => {
    const dashboard = firstDashboard(app);
    const table = firstTable(app);
    if (atDashboard && dashboard) go.dashboard(dashboard, app.key);
    else if (table) go.list(table, {}, app.key);
    return table !== undefined;
  };
}

/** The address of a window that starts with a catalogue: where the app used last begins. Undefined for home. */
export function startAddress(
  { open, records }: api.State,
  model: CatalogueModel,
  queries: QueryClient,
): string | undefined {
  const app = model.app(layoutOf(queries, "app", ""));
  const dashboard = layoutOf(queries, dashboardFirst(app.key), false) && firstDashboard(app);
  const table = firstTable(app);
  if (!open || records === 0 || !table) return undefined;
  return dashboard ? `/a/${app.key}/d/${dashboard}` : `/a/${app.key}/t/${table}`;
}
