import type { schema } from "../api";
import { useGo } from "./go";
import { firstDashboard, firstTable } from "./place";
import { useLayout } from "./preferences";

/** Whether an app is entered at its dashboard rather than at its first list, and how to choose. */
export function useStartsAtDashboard(app: string): [boolean, (at: boolean) => void] {
  return useLayout(`dashboard-first:${app}`, false);
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
