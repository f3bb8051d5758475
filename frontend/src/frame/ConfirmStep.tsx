import type { api } from "../api";
import { ConfirmDialog } from "../ui";
import { plain, useTake, type Word } from "./steps";

interface Props {
  word: Word;
  step: api.Step;
  onClose(): void;
}

/** Asks before undo or redo changes many records at once. */
export function ConfirmStep({ word, step, onClose }: Props) {
  const take = useTake();
  const does = word === "Undo" ? "takes back" : "does again";
  return (
    <ConfirmDialog
      open
      title={`${word} “${plain(step.summary)}”?`}
      confirm={`${word} all of it`}
      onConfirm={() => take(word)}
      onClose={onClose}
    >
      This {does} all of it at once. You can {word === "Undo" ? "redo" : "undo"} it afterwards.
    </ConfirmDialog>
  );
}
