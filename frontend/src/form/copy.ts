import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { api, Field, Table } from "../api";
import { useModel } from "../model";
import { rowQuery } from "./useRow";

/** What a copy of a record starts with. */
export interface Copied {
  /** The name of the record that it is a copy of. */
  of: string;
  values: Record<string, unknown>;
  texts: Record<string, string>;
  /** The labels of the fields that the record has filled and its copy has not: each is one record's own. */
  blank: string[];
}

/** What a copy of a record starts with, once that has been read; undefined without one. */
export function useCopied(tableKey: string, id: string | undefined): Copied | undefined {
  const table = useModel().table(tableKey);
  const { data } = useQuery({ ...rowQuery(tableKey, id ?? ""), enabled: Boolean(id) });
  return useMemo(() => (id && data ? copyOf(table, data) : undefined), [table, id, data]);
}

/** A copy leaves blank what the program fills, what is composed when it is saved, and what is one record's own. */
export function copyOf(table: Table, row: api.Row): Copied {
  const own = ({ key, short, alone }: Field) => table.identifiers?.includes(key) || short || alone;
  const filled = table.fields.filter(({ key, system }) => !system && row.values[key] !== undefined);
  const taken = filled.filter((f) => !own(f) && !f.parts?.length && !kept.has(f.key));
  const copied = Object.fromEntries(taken.map(({ key }) => [key, row.values[key]]));
  const texts = Object.fromEntries(taken.map(({ key }) => [key, row.display[key] ?? ""]));
  const name = nameOf(table, row);
  return {
    of: row.name,
    values: { ...copied, ...name },
    texts: { ...texts, ...name },
    blank: filled.filter(own).map(({ label }) => label),
  };
}

/** A new record is active, whatever the other one is. */
const kept = new Set(["statecode"]);

/** The name says that it is a copy, unless it is composed. */
function nameOf({ primary, fields }: Table, { name }: api.Row): Record<string, string> {
  const field = fields.find(({ key }) => key === primary);
  if (!field || field.parts?.length) return {};
  const room = (field.maxLength || Number.POSITIVE_INFINITY) - suffix.length;
  return { [primary]: [...name].slice(0, room).join("") + suffix };
}

const suffix = " (copy)";
