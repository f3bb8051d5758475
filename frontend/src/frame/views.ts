import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { type api, Views } from "../api";
import { useCatalogue } from "./catalogue";
import { useLayout } from "./preferences";
import { keys } from "./queries";

const savedKey = [...keys.records, "saved views"];
export const savedViewsQuery = queryOptions({
  queryKey: savedKey,
  queryFn: () => Views.List(""),
});

/** The views of all tables that the person saved or that others share; undefined until they are known. */
export function useSavedViews(): api.SavedView[] | undefined {
  const { open } = useCatalogue();
  return useQuery({ ...savedViewsQuery, enabled: open }).data;
}

/** Takes a view that has just been saved, so that the page can go there at once. */
export function useTakeView(): (saved: api.SavedView) => void {
  const client = useQueryClient();
  return useCallback(
    (saved) =>
      client.setQueryData<api.SavedView[]>(savedKey, (before = []) => [
        ...before.filter(({ view }) => view.key !== saved.view.key),
        saved,
      ]),
    [client],
  );
}

/** The key of the view that a person lets a table's list begin with; "" for the program's own choice. */
export function useDefaultView(table: string): [string, (key: string) => void] {
  return useLayout(`default-view ${table}`, "");
}
