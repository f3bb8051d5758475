import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type api, Records, type schema } from "../api";
import { keys } from "../frame";
import type { ListQuery } from "./rows";
import { aggregateName, figureText } from "./totals";
import type { GridColumn } from "./useColumns";

interface Props {
  query: ListQuery;
  columns: GridColumn[];
  totals: schema.Measure[];
  selectable: boolean;
  index: number;
}

/** Figures over all rows of the list, each below its column. */
export function GridTotals({ query, columns, totals, selectable, index }: Props) {
  const asked = { ...query, columns: [], order: [], offset: 0, limit: 0 };
  const { data } = useQuery({
    queryKey: [...keys.records, query.table, "totals", asked, totals],
    queryFn: () => Records.Groups(asked, [], totals),
    placeholderData: keepPreviousData,
  });
  return (
    <div role="rowgroup" className="grid-totals">
      <div role="row" className="grid-row" aria-rowindex={index}>
        {selectable && <div role="gridcell" className="grid-cell grid-check" aria-colindex={1} />}
        {columns.map((column, i) => (
          <Total
            key={column.key}
            column={column}
            at={selectable ? i + 2 : i + 1}
            of={totals.findIndex(({ attribute }) => attribute === column.key)}
            totals={totals}
            all={data?.[0]}
          />
        ))}
      </div>
    </div>
  );
}

interface TotalProps {
  column: GridColumn;
  at: number;
  /** Which of the totals is this column's, -1 for none. */
  of: number;
  totals: schema.Measure[];
  all: api.Group | undefined;
}

function Total({ column, at, of, totals, all }: TotalProps) {
  const { field, look } = column;
  const measure = totals[of];
  const text = figureText(all, of);
  const name = aggregateName(field, measure?.aggregate);
  return (
    <div role="gridcell" className={look} aria-colindex={at}>
      {measure && (
        <>
          <span className="quiet">{name}</span> <span className="tabular">{text || "–"}</span>
        </>
      )}
    </div>
  );
}
