import { useCallback } from "react";
import { type api, History } from "../api";
import { useFail, useNotify } from "../ui";
import { useCatalogue } from "./catalogue";

export interface Steps {
  undo?: api.Step;
  redo?: api.Step;
  runUndo(): Promise<void>;
  runRedo(): Promise<void>;
}

/** Undo and redo: what each would do now, and doing it. */
export function useSteps(): Steps {
  const { undo, redo } = useCatalogue();
  const notify = useNotify();
  const fail = useFail();
  const run = useCallback(
    async (step: () => Promise<api.Done>) => {
      try {
        const done = await step();
        notify({ intent: "success", text: done.summary });
      } catch (error) {
        fail(error);
      }
    },
    [notify, fail],
  );
  return {
    undo: undo ?? undefined,
    redo: redo ?? undefined,
    runUndo: useCallback(() => run(() => History.Undo(0)), [run]),
    runRedo: useCallback(() => run(() => History.Redo()), [run]),
  };
}

/** What a step button says: "Undo: Import of inventory.xlsx (2,133 created)". */
export function stepLabel(word: "Undo" | "Redo", step?: api.Step): string {
  return step ? `${word}: ${plain(step.summary)}` : `Nothing to ${word.toLowerCase()}`;
}

/** What a change did in the first place: an undo and a redo are named after what they took back. */
function plain(summary: string): string {
  return summary.replace(/^(Undo|Redo): /, "");
}
