import { type UseQueryResult, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { type api, Catalogue } from "../api";
import { keys } from "./queries";

const closed: api.State = {
  open: false,
  path: "",
  name: "",
  records: 0,
  seq: 0,
  who: "",
  version: "",
  recent: [],
  counts: {},
};

export function useCatalogueQuery(): UseQueryResult<api.State, Error> {
  return useQuery<api.State, Error>({
    queryKey: keys.state,
    queryFn: Catalogue.State,
    // Go says once that the catalogue it was started with cannot be opened: whoever asks second must see it, too.
    retryOnMount: false,
  });
}

/** The state of the catalogue: which is open, its counts, what undo and redo would do. */
export function useCatalogue(): api.State {
  return useCatalogueQuery().data ?? closed;
}

/** Takes over the state that opening or closing a catalogue answers with. */
export function useTakeState(): (state: api.State) => void {
  const client = useQueryClient();
  return useCallback(
    (state: api.State) => {
      client.removeQueries({ queryKey: keys.records });
      client.removeQueries({ queryKey: keys.history });
      client.setQueryData(keys.state, state);
    },
    [client],
  );
}
