import { Button } from "@fluentui/react-components";
import { useRefusal } from "../../../commands";
import type { ListState } from "./useListSearch";

interface Props {
  state: ListState;
  onSave(): void;
  onSaveAs(): void;
}

/**
 * Says that the list is not as its view was saved, and offers to keep that or to go back. It stands
 * beside the commands, so that no row and no header moves when it comes.
 */
export function ViewBar({ state: { shown, current, discard }, onSave, onSaveAs }: Props) {
  const refusal = useRefusal();
  const write = { disabled: refusal !== "", title: refusal || undefined };
  if (!shown.changed) return null;
  return (
    <div className="view-bar" role="status">
      <span className="quiet view-bar-word">
        Unsaved<span className="visually-hidden"> changes to this view</span>
      </span>
      {current.saved?.mine && (
        <Button size="small" appearance="primary" {...write} onClick={onSave}>
          Save
        </Button>
      )}
      <Button size="small" {...write} onClick={onSaveAs}>
        Save as new view
      </Button>
      <Button size="small" appearance="subtle" onClick={discard}>
        Discard
      </Button>
    </div>
  );
}

/** What a saved view asks for and the model no longer has. */
export function ViewNotes({ state: { current } }: Pick<Props, "state">) {
  return current.saved?.notes?.map((note) => (
    <span key={note} className="quiet" role="status">
      {note}
    </span>
  ));
}
