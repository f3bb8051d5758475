import { useCallback } from "react";
import { type api, History } from "../api";
import { useClearNotices, useFail, useNotify } from "../ui";
import { useCatalogue } from "./catalogue";
import { useOverlays } from "./overlay";

export interface Steps {
  undo?: api.Step;
  redo?: api.Step;
  runUndo(): Promise<void>;
  runRedo(): Promise<void>;
}

/** How many records a step may touch without asking first. */
const quietMost = 20;

/** Undo and redo: what each would do now, and doing it. What touches many records asks first. */
export function useSteps(): Steps {
  const { undo, redo } = useCatalogue();
  const { show } = useOverlays();
  const take = useTake();
  const ask = useCallback(
    async (word: Word, step: api.Step | null | undefined) => {
      if (step && step.size > quietMost) show({ kind: "confirm-step", word, step });
      else await take(word);
    },
    [show, take],
  );
  return {
    undo: undo ?? undefined,
    redo: redo ?? undefined,
    runUndo: useCallback(() => ask("Undo", undo), [ask, undo]),
    runRedo: useCallback(() => ask("Redo", redo), [ask, redo]),
  };
}

export type Word = "Undo" | "Redo";

/** Takes the next step and says what was done. */
export function useTake(): (word: Word) => Promise<void> {
  const notify = useNotify();
  const fail = useFail();
  const clear = useClearNotices();
  return useCallback(
    async (word) => {
      try {
        const done = await (word === "Undo" ? History.Undo(0) : History.Redo());
        clear(); // "3 systems deleted · Undo" is no longer so
        const text = `${word === "Undo" ? "Undone" : "Done again"}: ${plain(done.summary)}`;
        notify({ intent: "success", text });
      } catch (error) {
        fail(error);
      }
    },
    [notify, fail, clear],
  );
}

/** What a step button says: "Undo: Import of inventory.xlsx (2,133 created)". */
export function stepLabel(word: Word, step?: api.Step): string {
  return step ? `${word}: ${plain(step.summary)}` : `Nothing to ${word.toLowerCase()}`;
}

/** What a change did in the first place: an undo and a redo are named after what they took back. */
export function plain(summary: string): string {
  return summary.replace(/^(Undo|Redo): /, "");
}
