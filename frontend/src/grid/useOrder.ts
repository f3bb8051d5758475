import { useEffect, useState } from "react";
import type { schema } from "../api";
import { oncePainted } from "../ui";
import { type ListQuery, placeOf, type Rows } from "./rows";

type Order = schema.Order[];

/** The order of the rows: what a person has chosen holds until the page around the grid says the next one. */
export function useOrder(said: Order) {
  const [chosen, setChosen] = useState({ over: said, order: said });
  const isSaid = chosen.over !== said;
  if (isSaid) setChosen({ over: said, order: said }); // what was chosen before is over, also where this comes back
  return [
    isSaid ? said : chosen.order,
    (next: Order) => setChosen({ over: said, order: next }),
  ] as const;
}

/** Tells the page around the grid of another order once the rows that have it are painted. */
export function useTellOrder(
  rows: Rows,
  query: ListQuery,
  order: Order,
  said: Order,
  tell: (order: Order) => void,
): void {
  const there = rows.query !== undefined && placeOf(rows.query) === placeOf(query);
  const settled = there || rows.error !== undefined;
  useEffect(() => {
    if (order === said || !settled) return;
    return oncePainted(() => tell(order));
  }, [order, said, settled, tell]);
}
