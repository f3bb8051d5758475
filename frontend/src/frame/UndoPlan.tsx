import { Spinner } from "@fluentui/react-components";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type api, History } from "../api";
import { counted, ErrorNotice } from "../ui";
import { keys } from "./queries";
import type { Word } from "./steps";

/** What taking back a change set, or a part of it, would do now. */
export function useUndoPlan(part: api.UndoPart) {
  return useQuery({
    queryKey: [...keys.history, "undo", part],
    queryFn: () => History.PlanUndo(part),
    placeholderData: keepPreviousData,
  });
}

/** How many records a plan touches. */
export const sizeOf = ({ creates, updates, deletes }: api.UndoPlan) => creates + updates + deletes;

interface Props {
  /** To do again is to take back an undo. */
  word?: Word;
  plan: api.UndoPlan | undefined;
  error: unknown;
}

/** Says what would be done, with the counts, once that is known. */
export function UndoPlanText({ word = "Undo", plan, error }: Props) {
  if (error) return <ErrorNotice error={error} />;
  if (!plan) return <Spinner size="small" label="Looking at what came later" />;
  return <p className="quiet">{word === "Undo" ? undoText(plan) : redoText(plan)}</p>;
}

/** What undoing does to the records that were touched. */
function undoText(plan: api.UndoPlan): string {
  const { creates, updates, deletes } = plan;
  if (sizeOf(plan) === 0) return "Nothing of it can be taken back.";
  const parts = [
    deletes > 0 && `deletes ${counted(deletes, "record")} that it created`,
    updates > 0 && `puts back ${counted(updates, "record")} that it changed`,
    creates > 0 && `brings back ${counted(creates, "record")} that it deleted`,
  ].filter(Boolean);
  return `This ${parts.join(", ")}. The undo is a change of its own: it can be undone too.`;
}

/** The same for what was undone and is done again. */
function redoText(plan: api.UndoPlan): string {
  const { creates, updates, deletes } = plan;
  if (sizeOf(plan) === 0) return "Nothing of it can be done again.";
  const parts = [
    creates > 0 && `creates ${counted(creates, "record")}`,
    updates > 0 && `changes ${counted(updates, "record")}`,
    deletes > 0 && `deletes ${counted(deletes, "record")}`,
  ].filter(Boolean);
  return `This ${parts.join(", ")} again. It can be undone too.`;
}
