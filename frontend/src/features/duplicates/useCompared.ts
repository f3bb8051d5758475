import { keepPreviousData, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { Duplicates, type Table } from "../../api";
import { keys } from "../../frame";
import { type Group, idsOf } from "./groups";

const compared = (table: Table, ids: string[], apart: string[], keep: string) =>
  queryOptions({
    queryKey: [...keys.records, table.key, "compared", ids, apart, keep],
    queryFn: () => Duplicates.Compare(table.key, ids, apart, keep),
  });

/** The records of a group beside each other, with what is proposed; while that is asked anew, what was proposed before. */
export function useCompared(table: Table, ids: string[], apart: string[], keep: string) {
  return useQuery({
    ...compared(table, ids, apart, keep),
    placeholderData: keepPreviousData,
  });
}

/** Has a group at hand before it is opened, so that it is there at once. */
export function useAhead(table: Table, next: Group | undefined) {
  const client = useQueryClient();
  useEffect(() => {
    if (next) void client.prefetchQuery(compared(table, idsOf(next), [], ""));
  }, [client, table, next]);
}
