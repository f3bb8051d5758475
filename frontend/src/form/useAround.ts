import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocation, useRouter } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { type api, Records } from "../api";
import { keys, type RecordList } from "../frame";
import { rowQuery } from "./useRow";

/** Where a record stands in the list that it was opened from, and the way to the records beside it. */
export function useAround(table: string, id: string) {
  const { navigate } = useRouter();
  const opened = useLocation({ select: ({ state }) => state.list });
  const list = opened?.table === table ? opened : undefined;
  const was = useRef(0);
  const { data } = useQuery({
    queryKey: [...keys.records, table, "around", list, id],
    queryFn: () => aroundIn(list, id, was.current),
    enabled: list !== undefined && id !== "",
  });
  useEffect(() => {
    if (data?.position) was.current = data.position;
  }, [data]);
  useReady(table, data);
  const step = (to: string, stepped: string) =>
    navigate({
      to: "/a/$app/t/$table/$id",
      params: (all) => ({ app: all.app ?? "", table, id: to }),
      search: ({ tab }: { tab?: string }) => ({ tab }),
      state: { list, stepped },
      replace: true,
    });
  return { listed: list !== undefined && id !== "", around: list && data, step };
}

function aroundIn(list: RecordList | undefined, id: string, was: number): Promise<api.Around> {
  return Records.Around({ ...(list as RecordList), columns: [], offset: 0, limit: 0 }, id, was);
}

/** Reads the records beside this one, so that they are there at once. */
function useReady(table: string, around: api.Around | undefined): void {
  const queries = useQueryClient();
  useEffect(() => {
    for (const id of [around?.previous, around?.next])
      if (id) void queries.prefetchQuery(rowQuery(table, id));
  }, [queries, table, around]);
}
