import { useMemo } from "react";
import { type CatalogueModel, useModel } from "../../model";
import type { Names } from "./wording";

/** The model as the sentences ask it: a key that it does not have is no mistake here. */
export function namesOf(model: CatalogueModel): Names {
  const table = (key: string) => (model.has(key) ? model.table(key) : undefined);
  return { table, field: (of, key) => table(of)?.fields.find((f) => f.key === key) };
}

export function useNames(): Names {
  const model = useModel();
  return useMemo(() => namesOf(model), [model]);
}
