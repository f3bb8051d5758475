import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type api, Records, type Table } from "../api";
import { useCatalogue } from "../frame";
import { keys } from "../frame/queries";
import { type CatalogueModel, useModel } from "../model";
import { newRow } from "./draft";

interface Found {
  row: api.Row | undefined;
  error: unknown;
}

const none = {};

/** The question for a record as it is in the catalogue now. */
export const rowQuery = (table: string, id: string) => ({
  queryKey: [...keys.records, table, id],
  queryFn: () => Records.Get(table, id),
});

/** A record as it is in the catalogue now; nothing for a new one. */
export function useExistingRow(table: string, id: string): Found {
  const { data, error } = useQuery({ ...rowQuery(table, id), enabled: id !== "new" });
  return { row: data, error };
}

/** What a new record starts with: the values given, under the names that people know. */
export function useNewRow(
  tableKey: string,
  defaults: Record<string, unknown>,
  texts: Record<string, string> = none,
): api.Row | undefined {
  const model = useModel();
  const { who } = useCatalogue();
  const table = model.table(tableKey);
  const names = useNames(table, defaults, texts);
  return useMemo(() => {
    if (!names) return undefined;
    const values = { ...ownerOf(table, who), ...defaults };
    return newRow(values, textsOf(model, table, values, { ...names, ...texts }));
  }, [model, table, who, defaults, names, texts]);
}

/** A new record belongs to whoever makes it. */
const ownerOf = (table: Table, who: string) =>
  who && table.fields.some(({ key }) => key === "ownerid") ? { ownerid: who } : {};

/** The names of the records that lookups start with; undefined until all are known. */
function useNames(
  table: Table,
  defaults: Record<string, unknown>,
  texts: Record<string, string>,
): Record<string, string> | undefined {
  const asked = table.fields.filter(
    ({ key, kind }) => kind === "lookup" && defaults[key] && !(key in texts),
  );
  return useQueries({
    queries: asked.map(({ key, target = "" }) => ({
      queryKey: [...keys.records, target, String(defaults[key])],
      queryFn: () => Records.Get(target, String(defaults[key])),
    })),
    combine: (results) =>
      results.some(({ isPending }) => isPending)
        ? undefined
        : Object.fromEntries(results.map(({ data }, i) => [asked[i]?.key, data?.name ?? ""])),
  });
}

function textsOf(
  model: CatalogueModel,
  table: Table,
  values: Record<string, unknown>,
  names: Record<string, string>,
): Record<string, string> {
  const entries = table.fields
    .filter(({ key }) => key in values)
    .map(({ key, choice }) => [
      key,
      names[key] ??
        (choice ? model.option(choice, values[key])?.label : undefined) ??
        String(values[key] ?? ""),
    ]);
  return Object.fromEntries(entries);
}
