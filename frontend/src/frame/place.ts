import { useParams, useRouterState } from "@tanstack/react-router";
import type { schema } from "../api";
import { useModel } from "../model";
import { useAppKey } from "./go";
import { useLayout } from "./preferences";
import { screenAt } from "./screens";

export interface Place {
  app: schema.App;
  area: schema.Area;
  /** The table whose list or record is shown, undefined elsewhere. */
  table?: schema.Table;
  /** The record shown, undefined in a list; "new" for one not saved yet. */
  id?: string;
}

/** Where in the program the person is. */
export function usePlace(): Place {
  const model = useModel();
  const params = useParams({ strict: false });
  const app = model.app(useAppKey());
  const [chosen] = useChosenArea(app.key);
  const key = params.table;
  const table = key !== undefined && model.has(key) ? model.table(key) : undefined;
  const screen = screenAt(usePathname());
  return { app, area: areaOf(app, chosen, table?.key, screen), table, id: params.id };
}

/** The label of the area that the person chose last in an app. */
export function useChosenArea(app: string): [string, (label: string) => void] {
  return useLayout(`area:${app}`, "");
}

/** The chosen area while it leads to the table or the screen, else the first one that does. */
export function areaOf(
  app: schema.App,
  chosen: string,
  table?: string,
  screen?: string,
): schema.Area {
  const named = app.areas.find((a) => a.label === chosen);
  const leads = (a: schema.Area) =>
    (table !== undefined && tablesOf(a).includes(table)) ||
    (screen !== undefined && a.groups.some((g) => g.screens?.includes(screen)));
  const found = named && leads(named) ? named : (app.areas.find(leads) ?? named ?? app.areas[0]);
  if (!found) throw new Error(`The app ${app.app} has no areas.`);
  return found;
}

/** The tables that an area leads to, in its order. */
export function tablesOf(area: schema.Area): string[] {
  return area.groups.flatMap((g) => g.tables);
}

/** The table whose list an app starts with. */
export function firstTable(app: schema.App): string | undefined {
  return app.areas.flatMap(tablesOf)[0];
}

/** The dashboard that an app has first. */
export function firstDashboard(app: schema.App): string | undefined {
  return app.areas.flatMap((a) => a.groups.flatMap((g) => g.dashboards ?? []))[0];
}

/** The path of the page shown: "/a/it-system-catalog/t/itsystem". */
export function usePathname(): string {
  return useRouterState({ select: (state) => state.location.pathname });
}
