import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { type api, Cells } from "../api";
import { keys } from "../frame";
import { count } from "../ui";

interface Props {
  /** Undefined before the rows have been counted. */
  total: number | undefined;
  picked: number;
  /** The cells that are marked, undefined where it is only one. */
  marked: (() => api.Range) | undefined;
  /** Changes when other cells are marked, or the rows have changed. */
  markedKey: string;
  /** Sorts again, where rows that were changed stand where they were; undefined where none does. */
  onSort: (() => void) | undefined;
  children?: ReactNode;
}

/** How many rows there are, how many of them are picked, and what the marked cells come to. */
export function GridFoot({ total, picked, marked, markedKey, onSort, children }: Props) {
  return (
    <div className="grid-foot">
      <span className="grid-said">
        <span role="status">
          {total !== undefined && `Rows: ${count(total)}`}
          {picked > 0 && ` · ${count(picked)} selected`}
          {marked && <Figures range={marked} of={markedKey} />}
          {onSort && " · What was changed stays in its place"}
        </span>
        {onSort && (
          <button type="button" onClick={onSort}>
            Sort again
          </button>
        )}
      </span>
      {children}
    </div>
  );
}

/** Whoever is still marking is not told at every step. */
const settled = 150;
const figures = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

function Figures({ range, of }: { range(): api.Range; of: string }) {
  const [asked, setAsked] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setAsked(of), settled);
    return () => clearTimeout(timer);
  }, [of]);
  const { data } = useQuery({
    queryKey: [...keys.records, "figures", asked],
    queryFn: async () => {
      const cells = range();
      return { ...(await Cells.Figures(cells)), columns: cells.fields.length };
    },
    enabled: asked !== "",
    placeholderData: keepPreviousData,
  });
  if (!data) return null;
  const { rows, columns, filled, numbers, sum } = data;
  const parts = [`Marked: ${count(rows)} × ${count(columns)}`, `Filled: ${count(filled)}`];
  if (numbers > 0)
    parts.push(`Sum: ${figures.format(sum)}`, `Average: ${figures.format(sum / numbers)}`);
  return ` · ${parts.join(" · ")}`;
}
