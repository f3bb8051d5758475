import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type api, Records, type schema } from "../api";
import { keys } from "../frame/queries";
import type { CatalogueModel } from "../model";

/** A section that lists records which link to this one, and the tab that it is on. */
export interface Related {
  label: string;
  tab: string;
  subgrid: schema.Subgrid;
}

/** The lists of related records on a form. */
export function relatedOf(form: schema.Form): Related[] {
  return form.tabs.flatMap((tab) =>
    tab.sections.flatMap(({ label, subgrid }) =>
      subgrid ? [{ label: label || tab.label, tab: tab.label, subgrid }] : [],
    ),
  );
}

/** A lookup of another table, or of the same, that points to the table of a record. */
export interface RelatedLink {
  table: schema.Table;
  field: schema.Field;
}

/** The lookups that point to a form's table and are listed nowhere else on it. */
export function furtherLinks(model: CatalogueModel, form: schema.Form): RelatedLink[] {
  const listed = relatedOf(form).map(({ subgrid }) => `${subgrid.table}.${subgrid.via}`);
  return model
    .linksTo(form.table)
    .filter(({ table, field }) => !listed.includes(`${table.key}.${field.key}`));
}

/** How many records link to one, by "table.lookup"; undefined while that is not known. */
export function useLinkCounts(table: string, id: string): Map<string, number> | undefined {
  const { data } = useQuery({
    queryKey: [...keys.records, "links", table, id],
    queryFn: () => Records.Links({ table, ids: [id], except: [] }),
  });
  return useMemo(
    () => data && new Map(data.map((use) => [`${use.table}.${use.field}`, use.count])),
    [data],
  );
}

/** The filter for the records whose lookup points to a record. */
export function linkFilter(via: string, id: string): schema.Filter {
  return { conditions: [{ attribute: via, operator: "eq", values: [id] }] };
}

/** How many records each list holds; undefined while that is not known. */
export function useCounts(related: Related[], id: string): (number | undefined)[] {
  return useQueries({
    queries: related.map(({ subgrid }) => ({
      queryKey: [...keys.records, subgrid.table, "count", subgrid.via, id],
      queryFn: () => Records.Count(linkedTo(subgrid, id)),
      enabled: id !== "",
    })),
    combine: (results) => results.map(({ data }) => data),
  });
}

function linkedTo({ table, via }: schema.Subgrid, id: string): api.Selection {
  const query = {
    table,
    view: "",
    columns: [],
    filter: linkFilter(via, id),
    search: "",
    order: [],
    offset: 0,
    limit: 0,
  };
  return { table, ids: [], query, except: [] };
}
