import { useMemo } from "react";
import type { api, schema } from "../../../api";
import { useDefaultView, useSavedViews } from "../../../frame";
import { useModel } from "../../../model";

/** A view that a list can show. */
export interface ListView {
  view: schema.View;
  /** Where somebody saved it; undefined for a view of the program. */
  saved?: api.SavedView;
}

/** The views of a table: those saved, then those of the program. Not known until the saved ones are. */
export function useViews(table: string) {
  const model = useModel();
  const saved = useSavedViews();
  const [preferred, setPreferred] = useDefaultView(table);
  return useMemo(() => {
    const own = (saved ?? []).filter(({ view }) => view.table === table);
    const views: ListView[] = [
      ...own.map((each) => ({ view: each.view, saved: each })),
      ...model.views(table).map((view) => ({ view })),
    ];
    const named = (key?: string) => views.find(({ view }) => view.key === key);
    const first = named(preferred) ?? { view: model.view(table) };
    return {
      known: saved !== undefined,
      views,
      /** The view of a key, else the one that the list begins with. */
      of: (key?: string): ListView => named(key) ?? first,
      first,
      setFirst: setPreferred,
    };
  }, [model, saved, table, preferred, setPreferred]);
}

export type Views = ReturnType<typeof useViews>;
