import { useMemo } from "react";
import type { Field } from "../../api";
import { type CatalogueModel, useModel } from "../../model";
import type { Names } from "./wording";

/** The model as the sentences ask it: a key that it does not have is no mistake here. */
export function namesOf(model: CatalogueModel): Names {
  const table = (key: string) => (model.has(key) ? model.table(key) : undefined);
  const own = (of: string, key: string) => table(of)?.fields.find((f) => f.key === key);
  return { table, field: (of, key) => own(of, key) ?? linkField(table, key) };
}

/** A link by a table between, "itsystemtechnology.ittechnology", as a field that takes several. */
function linkField(table: Names["table"], key: string): Field | undefined {
  const [between = "", to = ""] = key.split(".");
  const field = to ? table(between)?.fields.find((f) => f.key === to) : undefined;
  const target = table(field?.target ?? "");
  return field && target && { ...field, key, label: `${target.plural} (several)` };
}

/** The links that cells of a table's sheets may name several of. */
export function linksOf(model: CatalogueModel, of: string): Field[] {
  const names = namesOf(model);
  return model.tables.flatMap((between) => {
    const parts = between.fields.find((f) => f.key === between.primary)?.parts ?? [];
    const ends = parts.map((p) => between.fields.find((f) => f.key === p));
    if (ends.length !== 2 || ends.some((f) => f?.kind !== "lookup")) return [];
    const to = ends[0]?.target === of ? ends[1] : ends[1]?.target === of ? ends[0] : undefined;
    const field = to && names.field(of, `${between.key}.${to.key}`);
    return field ? [field] : [];
  });
}

export function useNames(): Names {
  const model = useModel();
  return useMemo(() => namesOf(model), [model]);
}
