import { createContext, useCallback, useContext, useEffect, useRef } from "react";
import { Window } from "../api";

/** Saves what is unsaved; false when it could not be saved and the form says why. */
export type SaveUnsaved = () => Promise<boolean>;

/** Who holds something unsaved, and how to save it. */
export class Unsaved {
  readonly #saves = new Map<object, () => SaveUnsaved | undefined>();

  get any(): boolean {
    return this.#saves.size > 0;
  }

  add(owner: object, save: () => SaveUnsaved | undefined): void {
    this.#change(() => this.#saves.set(owner, save));
  }

  remove(owner: object): void {
    this.#change(() => this.#saves.delete(owner));
  }

  /** Lets go of everything: the person said that it may be lost. */
  forget(): void {
    this.#change(() => this.#saves.clear());
  }

  /** Saves everything; undefined when some of it cannot be saved from outside. */
  get save(): SaveUnsaved | undefined {
    const saves = [...this.#saves.values()].map((save) => save());
    if (!saves.every((save) => save !== undefined)) return undefined;
    return async () => {
      for (const save of saves) if (!(await save())) return false;
      return true;
    };
  }

  /** The window asks before it closes only while it is told that something is unsaved. */
  #change(change: () => void): void {
    const before = this.any;
    change();
    if (before !== this.any) Window.SetDirty(this.any).catch(() => {});
  }
}

interface Guard {
  unsaved: Unsaved;
  /** Asks the person when something is unsaved; true when the page may be left. */
  mayLeave(): Promise<boolean>;
}

export const GuardContext = createContext<Guard>({
  unsaved: new Unsaved(),
  mayLeave: async () => true,
});

/**
 * Says that the caller holds something unsaved: leaving the page or closing the
 * window then asks first, and with `save` offers to save. The function returned
 * says that it has just been saved or given up, for whoever moves on at once.
 */
export function useUnsaved(dirty: boolean, save?: SaveUnsaved): () => void {
  const { unsaved } = useContext(GuardContext);
  const owner = useRef({}).current;
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    if (!dirty) return;
    unsaved.add(owner, () => latest.current);
    return () => unsaved.remove(owner);
  }, [dirty, unsaved, owner]);
  return useCallback(() => unsaved.remove(owner), [unsaved, owner]);
}

/** Asks before the catalogue is exchanged for another: true when nothing unsaved would be lost. */
export function useMayLeave(): () => Promise<boolean> {
  return useContext(GuardContext).mayLeave;
}
