import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback, useContext, useSyncExternalStore } from "react";
import { type api, Catalogue, History } from "../api";
import { useClearNotices, useFail, useNotify } from "../ui";
import { useCatalogue } from "./catalogue";
import { Line } from "./line";
import { useOverlays } from "./overlay";
import { keys } from "./queries";
import { GuardContext } from "./unsaved";

export interface Steps {
  undo?: api.Step;
  redo?: api.Step;
  /** Steps are being taken: what comes now waits for them, and whether it can be done is known then. */
  busy: boolean;
  /** Whether a step can be taken at this very moment. */
  may(word: Word): boolean;
  runUndo(): Promise<void>;
  runRedo(): Promise<void>;
}

/** How many records a step may touch without asking first. */
const quietMost = 20;

const line = new Line();

/**
 * Undo and redo: what each would do now, and doing it, one after the other. What touches many records asks first.
 * Nothing is done while something is unsaved: who types means that, and not what was saved before.
 */
export function useSteps(): Steps {
  const { undo, redo } = useCatalogue();
  const { show } = useOverlays();
  const client = useQueryClient();
  const { unsaved } = useContext(GuardContext);
  const take = useTake();
  const fail = useFail();
  const notify = useNotify();
  const busy = useSyncExternalStore(line.subscribe, line.busy);
  const ask = useCallback(
    async (word: Word) => {
      if (unsaved.any) {
        notify({ intent: "warning", text: unsavedFirst(word) });
        return;
      }
      await line.add(async () => {
        const step = stepOf(await readState(client), word);
        if (step && step.size > quietMost) show({ kind: "confirm-step", word, step });
        else if (step) {
          await take(word);
          await readState(client); // before the next in line, which may be the other word
        }
      }, fail);
    },
    [show, take, client, fail, unsaved, notify],
  );
  return {
    undo: undo ?? undefined,
    redo: redo ?? undefined,
    busy,
    may: (word) => line.busy() || !!stepOf(client.getQueryData<api.State>(keys.state), word),
    runUndo: useCallback(() => ask("Undo"), [ask]),
    runRedo: useCallback(() => ask("Redo"), [ask]),
  };
}

function unsavedFirst(word: Word): string {
  return `What you have changed here is not saved yet. Save or discard it first; then ${word.toLowerCase()} what was saved before.`;
}

async function readState(client: QueryClient): Promise<api.State> {
  const state = await Catalogue.State();
  client.setQueryData(keys.state, state);
  return state;
}

function stepOf(state: api.State | undefined, word: Word): api.Step | undefined {
  return (word === "Undo" ? state?.undo : state?.redo) ?? undefined;
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
