import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { memo, useCallback, useEffect, useRef, useState } from "react";
import { Records } from "../../../api";
import { keys } from "../../../frame";
import type { ListQuery } from "../../../grid";
import { pause } from "../../../ui";

interface Props {
  query: ListQuery;
  onJump(row: number): void;
}

const letters = [..."#ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** A list that has been the same for a pause: rows go first. */
function useSettled(query: ListQuery): ListQuery {
  const [settled, settle] = useState(query);
  useEffect(() => {
    const timer = setTimeout(() => settle(query), pause);
    return () => clearTimeout(timer);
  }, [query]);
  return settled;
}

/** Leads to the first row of each letter, where the list is sorted by names. */
export function JumpBar({ query, onJump }: Props) {
  const settled = useSettled(query);
  const latest = useRef(query);
  latest.current = query;
  // The letters of another list lead nowhere. They are drawn when it has settled: its rows go first.
  const jump = useCallback(
    (row: number) => {
      if (latest.current === settled) onJump(row);
    },
    [settled, onJump],
  );
  return <Letters query={settled} onJump={jump} />;
}

const Letters = memo(function Letters({ query, onJump }: Props) {
  const asked = { ...query, columns: [], offset: 0, limit: 0 };
  const { data, isPlaceholderData } = useQuery({
    queryKey: [...keys.records, query.table, "letters", asked],
    queryFn: () => Records.Letters(asked),
    placeholderData: keepPreviousData,
  });
  if (!data?.length) return null;
  const rows = new Map(data.map(({ letter, row }) => [letter, row]));
  return (
    <nav className="jump-bar" aria-label="Jump to a letter">
      {letters.map((letter) => (
        <button
          key={letter}
          type="button"
          aria-label={letter === "#" ? "Jump to what begins with no letter" : `Jump to ${letter}`}
          disabled={isPlaceholderData || !rows.has(letter)}
          onClick={() => onJump(rows.get(letter) ?? 0)}
        >
          {letter}
        </button>
      ))}
    </nav>
  );
});
