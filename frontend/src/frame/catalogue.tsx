import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { type api, Catalogue } from "../api";
import { keys } from "./queries";

/** The state of the catalogue: which is open, its counts, what undo and redo would do. */
export function useCatalogue(): api.State | undefined {
  return useQuery({ queryKey: keys.state, queryFn: Catalogue.State }).data;
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
