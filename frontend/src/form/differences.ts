import type { api, Table } from "../api";
import { shownText } from "../fields/shown";
import { currentText, type Draft } from "./draft";

/** A field that two people have made different things of. */
export interface Difference {
  label: string;
  before: string;
  theirs: string;
  mine: string;
}

/** The fields that the others or this draft changed since the record was read. */
export function differences(table: Table, draft: Draft, theirs: api.Row): Difference[] {
  return table.fields
    .filter(({ system }) => !system)
    .map(({ key, label, kind }) => ({
      label,
      before: shownText(kind, draft.base.display[key] ?? ""),
      theirs: shownText(kind, theirs.display[key] ?? ""),
      mine: shownText(kind, currentText(draft, key)),
    }))
    .filter(({ before, theirs: other, mine }) => other !== before || mine !== before);
}
