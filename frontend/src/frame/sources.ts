import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type api, History } from "../api";
import { count, moment, originText } from "../ui";
import { keys } from "./queries";

/** Asks where each field of a record has its value from. */
export const askSources = (table: string, id: string) => ({
  queryKey: [...keys.history, "sources", table, id],
  queryFn: () => History.Sources(table, id),
});

/** Where each field of a record has its value from, in words, by field key. */
export function useSources(table: string, id: string): Record<string, string> {
  const { data } = useQuery({ ...askSources(table, id), enabled: id !== "" });
  return useMemo(() => {
    const told = (data ?? []).map((source) => [source.field, sourceText(source)]);
    return Object.fromEntries(told);
  }, [data]);
}

/** "From inventory.xlsx, sheet Systems, row 12, 2026-03-03 14:05, by Ana". */
export function sourceText({ set, sheet, row }: api.Source): string {
  const { files, origin, time, who } = set;
  const from = files.length > 0 ? `From ${files.join(", ")}` : `Given ${originText(origin)}`;
  const isFile = files.some((file) => file.startsWith(`${sheet}.`)); // a CSV file is its own sheet
  const place = [sheet && !isFile && `sheet ${sheet}`, row > 0 && `row ${count(row)}`];
  return [from, ...place, moment(time), who && `by ${who}`].filter(Boolean).join(", ");
}
