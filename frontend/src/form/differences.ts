import type { api, Field, Table } from "../api";
import { valueText } from "../fields/shown";
import type { CatalogueModel } from "../model";
import { currentText, currentValue, type Draft, same, valuesToSave } from "./draft";

/** A field that two people have made different things of. */
export interface Difference {
  label: string;
  before: string;
  theirs: string;
  mine: string;
  /** Who stored another value than was there before. */
  changed: { theirs: boolean; mine: boolean };
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
    .map((field) => difference(model, field, draft, theirs))
    .filter(({ changed }) => changed.theirs || changed.mine);
}

function difference(model: CatalogueModel, field: Field, draft: Draft, theirs: api.Row) {
  const { key, label } = field;
  const before = draft.base.values[key];
  const changed = {
    theirs: !same(theirs.values[key], before),
    mine: !same(currentValue(draft, key), before),
  };
  const stored = {
    before: draft.base.display[key] ?? "",
    theirs: theirs.display[key] ?? "",
    mine: currentText(draft, key),
  };
  const named = {
    before: valueText(model, field, stored.before, draft.base.values),
    theirs: valueText(model, field, stored.theirs, theirs.values),
    mine: valueText(model, field, stored.mine, { ...draft.base.values, ...valuesToSave(draft) }),
  };
  const alike = (who: "theirs" | "mine") => changed[who] && named[who] === named.before;
  // What is called the same is told apart by what is stored.
  return { label, changed, ...(alike("theirs") || alike("mine") ? stored : named) };
}
