import { Checkbox, Spinner } from "@fluentui/react-components";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type api, History } from "../../api";
import { keys } from "../../frame";
import { ConfirmDialog, count, counted, ErrorNotice, useNotify, useTakeBack } from "../../ui";
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
  const { data: plan, error, isPlaceholderData } = usePlan({ seq: set.seq, records, over });
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
      {error && <ErrorNotice error={error} />}
      {!plan && !error && <Spinner size="small" label="Looking at what came later" />}
      {plan && <p className="quiet">{planText(plan)}</p>}
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

function usePlan(part: api.UndoPart) {
  return useQuery({
    queryKey: [...keys.history, "undo", part],
    queryFn: () => History.PlanUndo(part),
    placeholderData: keepPreviousData,
  });
}

const sizeOf = ({ creates, updates, deletes }: api.UndoPlan) => creates + updates + deletes;

function confirmText(plan: api.UndoPlan): string {
  const size = sizeOf(plan);
  if (plan.heldTotal === 0 || size === 0) return "Undo";
  return `Undo the other ${count(size)}`;
}

/** What undoing does to the records that were touched. */
function planText(plan: api.UndoPlan): string {
  const { creates, updates, deletes } = plan;
  if (sizeOf(plan) === 0) return "Nothing of it can be taken back.";
  const parts = [
    deletes > 0 && `deletes ${counted(deletes, "record")} that it created`,
    updates > 0 && `puts back ${counted(updates, "record")} that it changed`,
    creates > 0 && `brings back ${counted(creates, "record")} that it deleted`,
  ].filter(Boolean);
  return `This ${parts.join(", ")}. The undo is a change of its own: it can be undone too.`;
}
