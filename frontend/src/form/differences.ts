import type { api, Table } from "../api";
import { valueText } from "../fields/shown";
import type { CatalogueModel } from "../model";
import { currentText, type Draft } from "./draft";

/** A field that two people have made different things of. */
export interface Difference {
  label: string;
  before: string;
  theirs: string;
  mine: string;
}

/** The fields that the others or this draft changed since the record was read. */
export function differences(
  model: CatalogueModel,
  table: Table,
  draft: Draft,
  theirs: api.Row,
): Difference[] {
  return table.fields
    .filter(({ system }) => !system)
    .map((field) => ({
      label: field.label,
      before: valueText(model, field, draft.base.display[field.key] ?? "", draft.base.values),
      theirs: valueText(model, field, theirs.display[field.key] ?? "", theirs.values),
      mine: valueText(model, field, currentText(draft, field.key), draft.base.values),
    }))
    .filter(({ before, theirs: other, mine }) => other !== before || mine !== before);
}
