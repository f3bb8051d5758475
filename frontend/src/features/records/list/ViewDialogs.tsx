import type { Table } from "../../../api";
import { ConfirmDialog } from "../../../ui";
import { SaveViewDialog } from "./SaveViewDialog";
import type { ListState } from "./useListSearch";
import { type ViewActs, wordsOf } from "./useViewActs";
import type { Views } from "./useViews";

/** What is asked about the view. */
export type AskedOfView = "save" | "describe" | "delete";

interface Props {
  table: Table;
  asked: AskedOfView | undefined;
  state: ListState;
  views: Views;
  acts: ViewActs;
  onClose(): void;
}

export function ViewDialogs({ table, asked, state, views, acts, onClose }: Props) {
  const { current } = state;
  const { label } = current.view;
  const words = wordsOf(current, views);
  switch (asked) {
    case "save":
      return (
        <SaveViewDialog
          table={table}
          title="Save as a new view"
          confirm="Save the view"
          start={{ label: freeName(label, views), shared: false, first: false }}
          onSave={acts.saveAs}
          onClose={onClose}
        />
      );
    case "describe":
      return (
        <SaveViewDialog
          table={table}
          title={`Rename or share “${label}”`}
          confirm="Save"
          start={words}
          onSave={acts.describe}
          onClose={onClose}
        />
      );
    case "delete":
      return (
        <ConfirmDialog
          open
          danger
          title={`Delete the view “${label}”?`}
          confirm="Delete the view"
          onConfirm={acts.remove}
          onClose={onClose}
        >
          The records in it stay. {words.shared && "Everybody with whom it is shared loses it. "}You
          can undo it.
        </ConfirmDialog>
      );
    default:
      return null;
  }
}

/** A name like this one that no view has yet. */
function freeName(label: string, { views }: Views): string {
  const taken = new Set(views.map(({ view }) => view.label.toLowerCase()));
  const base = label.replace(/^(Active|All) /, "My ");
  for (let n = 1; ; n++) {
    const name = n === 1 ? base : `${base} ${n}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
