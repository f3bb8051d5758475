import { Checkbox } from "@fluentui/react-components";
import { useState } from "react";
import { type api, History } from "../../api";
import { sizeOf, UndoPlanText, useUndoPlan } from "../../frame";
import { ConfirmDialog, count, useNotify, useTakeBack } from "../../ui";
import { HeldList } from "./HeldList";

interface UndoDialogProps {
  set: api.ChangeSet;
  /** The one record of the set that is taken back; all of them without. */
  change?: api.RecordChange;
  onClose(): void;
}

/** Shows what taking back a change would do, and which later changes are in the way, before it does so. */
export function UndoDialog({ set, change, onClose }: UndoDialogProps) {
  const [over, setOver] = useState(false);
  const notify = useNotify();
  const takeBack = useTakeBack();
  const records = change ? [{ table: change.table, id: change.record }] : [];
  const { data: plan, error, isPlaceholderData } = useUndoPlan({ seq: set.seq, records, over });
  const undo = async () => {
    const whole = !change && plan?.heldTotal === 0 && !over;
    const done = await (whole
      ? History.Undo(set.seq)
      : History.UndoPart({ seq: set.seq, records, over }));
    notify({ intent: "success", text: done.summary, action: takeBack(done.seq) });
  };
  return (
    <ConfirmDialog
      open
      title={change ? `Undo this for “${change.name}”?` : "Undo this change?"}
      confirm={plan ? confirmText(plan) : "Undo"}
      ready={plan !== undefined && !isPlaceholderData && sizeOf(plan) > 0}
      onConfirm={undo}
      onClose={onClose}
    >
      <p>{set.summary}</p>
      <UndoPlanText plan={plan} error={error} />
      {plan && plan.heldTotal > 0 && <HeldList plan={plan} />}
      {plan && (plan.loose > 0 || over) && (
        <Checkbox
          label="Take these back too. What was changed later stays in the history."
          checked={over}
          onChange={(_, { checked }) => setOver(checked === true)}
        />
      )}
    </ConfirmDialog>
  );
}

function confirmText(plan: api.UndoPlan): string {
  const size = sizeOf(plan);
  if (plan.heldTotal === 0 || size === 0) return "Undo";
  return `Undo the other ${count(size)}`;
}
