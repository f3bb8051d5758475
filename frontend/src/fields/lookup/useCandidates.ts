import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Records } from "../../api";
import { keys } from "../../frame/queries";

/** How many candidates a list shows; more words find the others. */
export const atOnce = 20;
const pause = 120;

/** The records of a table that a lookup may take, by what was typed; asked for only while words are there. */
export function useCandidates(table: string, words: string | undefined) {
  return useFound(words, ["candidates", table], (settled) =>
    Records.Candidates(table, settled, atOnce),
  );
}

/** What is found for words once typing has paused; `stale` until it is what belongs to the words. */
export function useFound<T>(
  words: string | undefined,
  kind: string[],
  find: (words: string) => Promise<T[]>,
) {
  const settled = useSettled(words);
  const { data, isFetching, isPlaceholderData } = useQuery({
    queryKey: [...keys.records, ...kind, settled],
    queryFn: () => find(settled ?? ""),
    enabled: settled !== undefined,
    placeholderData: keepPreviousData,
  });
  const stale = settled !== words || isPlaceholderData || !data;
  return { found: data ?? [], stale, busy: isFetching && !data };
}

/** The words once typing has paused; the first ones at once. */
function useSettled(words: string | undefined): string | undefined {
  const [settled, setSettled] = useState(words);
  useEffect(() => {
    if (!words) return setSettled(words);
    const timer = setTimeout(() => setSettled(words), pause);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}
