import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { Records } from "../api";
import { useCatalogue } from "./catalogue";
import { usePlace } from "./place";
import { useLayout } from "./preferences";
import { keys } from "./queries";

export interface RecentRecord {
  table: string;
  id: string;
}

export interface NamedRecord extends RecentRecord {
  name: string;
}

const most = 12;
const none: RecentRecord[] = [];

function useRecentIds() {
  return useLayout<RecentRecord[]>(`recent:${useCatalogue().path}`, none);
}

/** Remembers each record that is opened, the latest first. */
export function useRememberRecent(): void {
  const { table, id } = usePlace();
  const [recent, setRecent] = useRecentIds();
  const key = table?.key;
  useEffect(() => {
    if (!key || !id || id === "new" || (recent[0]?.table === key && recent[0].id === id)) return;
    setRecent(withLatest(recent, { table: key, id }));
  }, [key, id, recent, setRecent]);
}

export function withLatest(recent: RecentRecord[], latest: RecentRecord): RecentRecord[] {
  const others = recent.filter((r) => r.id !== latest.id || r.table !== latest.table);
  return [latest, ...others].slice(0, most);
}

/** The records opened lately under their names of now; deleted ones are left out. */
export function useRecentRecords(): NamedRecord[] {
  return useNamed(useRecentIds()[0]);
}

/** The records that a person keeps at hand, in the order in which they were pinned. */
export function usePinnedRecords(): NamedRecord[] {
  return useNamed(usePinnedIds()[0]);
}

/** Whether a record is pinned, and what pins it or lets it go. */
export function usePin(table = "", id = ""): [boolean, () => void] {
  const [pinned, setPinned] = usePinnedIds();
  const others = pinned.filter((r) => r.id !== id || r.table !== table);
  const isPinned = others.length < pinned.length;
  return [isPinned, () => setPinned(isPinned ? others : [...pinned, { table, id }])];
}

function usePinnedIds() {
  return useLayout<RecentRecord[]>(`pinned:${useCatalogue().path}`, none);
}

function useNamed(records: RecentRecord[]): NamedRecord[] {
  const { data } = useQuery({
    queryKey: [...keys.records, "named", records],
    queryFn: () => named(records),
    enabled: records.length > 0,
    placeholderData: (before) => before,
  });
  return records.length > 0 ? (data ?? []) : [];
}

async function named(recent: RecentRecord[]): Promise<NamedRecord[]> {
  const rows = await Promise.allSettled(recent.map((r) => Records.Get(r.table, r.id)));
  return recent.flatMap((r, i) => {
    const row = rows[i];
    return row?.status === "fulfilled" ? [{ ...r, name: row.value.name }] : [];
  });
}
