import { Button } from "@fluentui/react-components";
import { useRefusal } from "../../../commands";
import type { ListState } from "./useListSearch";

interface Props {
  state: ListState;
  onSave(): void;
  onSaveAs(): void;
}

/** Says that the list is not as its view was saved, and offers to keep that or to go back. */
export function ViewBar({ state: { shown, current, discard }, onSave, onSaveAs }: Props) {
  const notes = current.saved?.notes ?? [];
  const refusal = useRefusal();
  const write = { disabled: refusal !== "", title: refusal || undefined };
  if (!shown.changed && notes.length === 0) return null;
  return (
    <div className="view-bar" role="status">
      {shown.changed && (
        <>
          <span className="quiet">Unsaved changes to this view</span>
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
        </>
      )}
      {notes.map((note) => (
        <span key={note} className="quiet">
          {note}
        </span>
      ))}
    </div>
  );
}
