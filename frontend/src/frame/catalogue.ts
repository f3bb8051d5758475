import { queryOptions, type UseQueryResult, useQuery, useQueryClient } from "@tanstack/react-query";
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
  encrypted: false,
  scratch: false,
  standing: { reading: "", noted: false, free: false, gone: "", mishap: "", backupFault: "" },
};

export const stateQuery = queryOptions<api.State, Error>({
  queryKey: keys.state,
  queryFn: Catalogue.State,
  // Go says once that the catalogue it was started with cannot be opened: whoever asks second must see it, too.
  retryOnMount: false,
});

export function useCatalogueQuery(): UseQueryResult<api.State, Error> {
  return useQuery(stateQuery);
}

/** The state of the catalogue: which is open, its counts, what undo and redo would do. */
export function useCatalogue(): api.State {
  return useCatalogueQuery().data ?? closed;
}

/** Where the open catalogue is. Who asks does not hear of anything else that changes. */
export function useCataloguePath(): string {
  return useQuery({ ...stateQuery, select: ({ path }) => path }).data ?? "";
}

/**
 * Takes over the state that opening or closing a catalogue answers with. While a catalogue waits for the person
 * to say something, the open one stays.
 */
export function useTakeState(): (state: api.State) => void {
  const client = useQueryClient();
  return useCallback(
    (state: api.State) => {
      if (!state.pending)
        for (const queryKey of [keys.records, keys.history, keys.backups])
          client.removeQueries({ queryKey });
      client.setQueryData(keys.state, state);
    },
    [client],
  );
}
