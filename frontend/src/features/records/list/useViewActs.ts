import { useRouter } from "@tanstack/react-router";
import { useMemo } from "react";
import { type schema, type Table, Views } from "../../../api";
import { linkOf, useTakeView } from "../../../frame";
import { useCopy, useFail, useNotify } from "../../../ui";
import type { ViewWords } from "./SaveViewDialog";
import type { ListState } from "./useListSearch";
import type { Views as ListViews } from "./useViews";

/** What is done with views: saved, shared, deleted, chosen as the first, passed on as a link. */
export function useViewActs(table: Table, state: ListState, views: ListViews) {
  const take = useTakeView();
  const notify = useNotify();
  const fail = useFail();
  const [, copy] = useCopy();
  const { buildLocation } = useRouter();
  const { shown, current, set, forget } = state;
  return useMemo(() => {
    const keep = async (view: schema.View, { label, shared, first }: ViewWords) => {
      const saved = await Views.Save({ ...view, label, table: table.key } as schema.View, shared);
      take(saved);
      if (first) views.setFirst(saved.view.key);
      else if (views.first.view.key === saved.view.key) views.setFirst("");
      notify({ intent: "success", text: `View “${saved.view.label}” saved` });
      return saved.view.key;
    };
    /** Shows the view as it is saved now, in one step: nothing of before flashes up. */
    const show = (key: string) => {
      forget();
      set.view(key);
    };
    return {
      saveAs: (words: ViewWords) =>
        keep({ ...shown.asView, key: "" } as schema.View, words).then(show),
      /** Says something else of the view; what is changed in the list stays unsaved. */
      describe: (words: ViewWords) => keep(current.view, words).then(() => {}),
      save: () => keep(shown.asView, wordsOf(current, views)).then(show).catch(fail),
      async remove() {
        await Views.Delete(current.view.key);
        if (views.first.view.key === current.view.key) views.setFirst("");
        set.view("");
        notify({ intent: "success", text: `View “${current.view.label}” deleted` });
      },
      async copyLink() {
        const { order, columns, group, totals, chart, asView } = shown;
        const search = { ...state.search, order, columns, totals, own: asView.filter };
        const whole = { ...search, filter: undefined, group: group ?? null, chart: chart ?? null };
        await copy(linkOf(buildLocation({ to: ".", search: whole }).href));
        notify({
          intent: "success",
          text: "Link copied. Paste it into the search box to go there.",
        });
      },
    };
  }, [table, state, views, take, notify, fail, copy, buildLocation, shown, current, set, forget]);
}

export type ViewActs = ReturnType<typeof useViewActs>;

/** What was said of a view when it was saved. */
export function wordsOf({ view, saved }: ListState["current"], { first }: ListViews): ViewWords {
  return { label: view.label, shared: saved?.shared ?? false, first: first.view.key === view.key };
}
