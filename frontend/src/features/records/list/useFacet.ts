import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type Field, Records, type schema } from "../../../api";
import { keys } from "../../../frame";

/** A list of which choices are counted. */
export interface Faceted {
  table: string;
  search: string;
  /** The conditions without those on a field. */
  without(field: string): schema.Filter;
}

/**
 * How often each choice of a field, also of a linked record, occurs in a list, its own condition aside; undefined for
 * other fields and for those of records that link here.
 */
export function useFacet(list: Faceted, field: Field | undefined) {
  const isCounted = field?.kind === "choice" && !field.key.includes(":");
  const key = field?.key ?? "";
  const query = {
    ...{ table: list.table, view: "", search: list.search },
    filter: isCounted ? list.without(key) : {},
    ...{ columns: [], order: [], offset: 0, limit: 0 },
  };
  const { data } = useQuery({
    queryKey: [...keys.records, list.table, "facet", key, query],
    queryFn: () => Records.Facet(query, key),
    enabled: isCounted,
    placeholderData: keepPreviousData,
  });
  return isCounted ? data?.counts : undefined;
}
