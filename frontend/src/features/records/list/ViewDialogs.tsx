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
          start={{ label: "", shared: false, first: false }}
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
