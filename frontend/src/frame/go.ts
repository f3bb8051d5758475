import { useQueryClient } from "@tanstack/react-query";
import { useParams, useRouter } from "@tanstack/react-router";
import { useMemo } from "react";
import { useModel } from "../model";
import { layoutOf, useLayout } from "./preferences";
import type { DuplicatesSearch, ListSearch, RecordList, RecordSearch } from "./routes";
import { type ScreenKey, screens } from "./screens";

export interface Go {
  home(): void;
  /** Shows a list, in the current app unless another is named. */
  list(table: string, search?: ListSearch, app?: string): void;
  /** Shows a record; id "new" begins one. With the list that it stands in, one can step through that. */
  record(table: string, id: string, search?: RecordSearch, list?: RecordList): void;
  /** Shows the likely duplicates of a table, or some records beside each other. */
  duplicates(table: string, search?: DuplicatesSearch): void;
  /** Shows a dashboard, in the current app unless another is named. */
  dashboard(key: string, app?: string): void;
  /** Shows a page of the program's own, as the navigation names it: "waiting". */
  screen(key: ScreenKey): void;
  import(paths?: string[]): void;
  /** Shows the journal, at a change set by its number or at the newest. */
  history(set?: number): void;
  /** Shows all imports. */
  imports(): void;
  settings(): void;
  help(page?: string): void;
  back(): void;
}

/** The app whose navigation is shown: the one in the address, else the one used last. */
export function useAppKey(): string {
  const { app } = useParams({ strict: false });
  const [last] = useLayout("app", "");
  return useModel().app(app ?? last).key;
}

/**
 * Ways to the places of the program. Moves are held up while something is unsaved. The app is looked up when
 * somebody goes: much on screen knows the ways, and few take one.
 */
export function useGo(): Go {
  const router = useRouter();
  const client = useQueryClient();
  const model = useModel();
  return useMemo(() => {
    const { navigate } = router;
    const here = () => {
      const params: { app?: string } = router.state.matches.at(-1)?.params ?? {};
      return model.app(params.app ?? layoutOf(client, "app", "")).key;
    };
    return {
      home: () => navigate({ to: "/" }),
      list: (table, search = {}, app = here()) =>
        navigate({ to: "/a/$app/t/$table", params: { app, table }, search }),
      record: (table, id, search = {}, list) =>
        navigate({
          to: "/a/$app/t/$table/$id",
          params: { app: here(), table, id },
          search,
          state: { list },
        }),
      duplicates: (table, search = {}) =>
        navigate({ to: "/a/$app/duplicates/$table", params: { app: here(), table }, search }),
      dashboard: (dashboard, app = here()) =>
        navigate({ to: "/a/$app/d/$dashboard", params: { app, dashboard } }),
      screen: (key) => navigate({ to: screens[key].to, params: { app: here() } }),
      import: (paths) => navigate({ to: "/import", search: { paths } }),
      history: (set) => navigate({ to: "/history", search: { set } }),
      imports: () => navigate({ to: "/history", search: { imports: true } }),
      settings: () => navigate({ to: "/settings" }),
      help: (page = "getting-started") => navigate({ to: "/help/$page", params: { page } }),
      back: () => router.history.back(),
    };
  }, [router, client, model]);
}
