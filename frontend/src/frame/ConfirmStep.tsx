import type { api } from "../api";
import { ConfirmDialog } from "../ui";
import { plain, useTake, type Word } from "./steps";
import { sizeOf, UndoPlanText, useUndoPlan } from "./UndoPlan";

interface Props {
  word: Word;
  step: api.Step;
  onClose(): void;
}

/** Asks before undo or redo changes many records at once. */
export function ConfirmStep({ word, step, onClose }: Props) {
  const take = useTake();
  const { data: plan, error } = useUndoPlan({ seq: step.seq, records: [], over: false });
  return (
    <ConfirmDialog
      open
      title={`${word} “${plain(step.summary)}”?`}
      confirm={`${word} all of it`}
      ready={plan !== undefined && sizeOf(plan) > 0}
      onConfirm={() => take(word)}
      onClose={onClose}
    >
      <UndoPlanText word={word} plan={plan} error={error} />
    </ConfirmDialog>
  );
}
