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
  const [recent] = useRecentIds();
  const { data } = useQuery({
    queryKey: [...keys.records, "recent", recent],
    queryFn: () => named(recent),
    enabled: recent.length > 0,
    placeholderData: (before) => before,
  });
  return recent.length > 0 ? (data ?? []) : [];
}

async function named(recent: RecentRecord[]): Promise<NamedRecord[]> {
  const rows = await Promise.allSettled(recent.map((r) => Records.Get(r.table, r.id)));
  return recent.flatMap((r, i) => {
    const row = rows[i];
    return row?.status === "fulfilled" ? [{ ...r, name: row.value.name }] : [];
  });
}
