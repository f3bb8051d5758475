import {
  Button,
  DrawerBody,
  DrawerHeader,
  OverlayDrawer,
  Spinner,
} from "@fluentui/react-components";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { type api, History, type Table } from "../../api";
import { keys } from "../../frame";
import { ErrorNotice } from "../../ui";
import { DrawerTitle } from "../DrawerTitle";
import { besides } from "./besides";
import { HistoryEntry } from "./HistoryEntry";
import { useRestore } from "./useRestore";

interface HistoryPanelProps {
  table: Table;
  id: string;
  name: string;
  /** The record as it is now; undefined for one that was deleted. */
  row: api.Row | undefined;
  /** Why nothing can be put back now, "" when it can. */
  refusal: string;
  onClose: () => void;
}

const pageSize = 30;

/** Everything that ever happened to a record, newest first, each with a way back to it. */
export function HistoryPanel({ table, id, name, row, refusal, onClose }: HistoryPanelProps) {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useHistory(table.key, id);
  const sets = data?.pages.flatMap((page) => page.sets) ?? [];
  const own = sets.findIndex(({ changes }) => changes.length > 0);
  const beside = besides(sets, id, row?.values);
  const restore = useRestore(table, id);
  const body = useRef<HTMLDivElement>(null);
  // The button that put something back is gone with its use: what is left takes its place for the keyboard.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was put back changes these two
  useEffect(() => {
    if (document.activeElement === document.body) body.current?.focus();
  }, [data, row]);
  return (
    <OverlayDrawer
      open
      position="end"
      size="medium"
      onOpenChange={(_, { open }) => !open && onClose()}
    >
      <DrawerHeader>
        <DrawerTitle onClose={onClose}>History of “{name}”</DrawerTitle>
        {refusal && sets.length > 0 && <p className="quiet">{refusal}</p>}
      </DrawerHeader>
      <DrawerBody ref={body} tabIndex={0}>
        {error && <ErrorNotice error={error} />}
        {!data && !error && <Spinner size="small" label="Reading the journal" />}
        <ol className="timeline">
          {sets.map((set, n) => (
            <HistoryEntry
              key={set.seq}
              {...{ set, table, id, row, restore }}
              beside={beside[n]}
              latest={n === own}
              fixed={refusal !== ""}
            />
          ))}
        </ol>
        {hasNextPage && (
          <Button disabled={isFetchingNextPage} onClick={() => fetchNextPage()}>
            Show earlier changes
          </Button>
        )}
      </DrawerBody>
    </OverlayDrawer>
  );
}

function useHistory(table: string, id: string) {
  return useInfiniteQuery({
    queryKey: [...keys.history, table, id],
    queryFn: ({ pageParam }) => History.OfRecord(table, id, pageParam, pageSize),
    initialPageParam: { own: 0, linked: 0 },
    getNextPageParam: ({ next }) => (next.own || next.linked ? next : undefined),
  });
}
