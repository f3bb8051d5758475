import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type api, Records } from "../../api";
import { keys } from "../../frame/queries";

/** How many candidates a list shows; more words find the others. */
export const atOnce = 20;
const pause = 120;

/** The records of a table that a lookup may take, by what was typed; asked for only while it is open. */
export function useCandidates(table: string, words: string | undefined) {
  const settled = useSettled(words);
  return useQuery<api.Candidate[]>({
    queryKey: [...keys.records, "candidates", table, settled],
    queryFn: () => Records.Candidates(table, settled ?? "", atOnce),
    enabled: words !== undefined && settled !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

/** The words once typing has paused; the first ones at once. */
export function useSettled(words: string | undefined): string | undefined {
  const [settled, setSettled] = useState(words);
  useEffect(() => {
    if (!words) return setSettled(words);
    const timer = setTimeout(() => setSettled(words), pause);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}
