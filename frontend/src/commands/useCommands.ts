import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from "react";
import { belongsToFocus, combinationOf, typingStep } from "./keys";
import { type Command, registry } from "./registry";

/** Offers commands while the caller is mounted. The list may be a new one at every render. */
export function useCommands(commands: readonly Command[]): void {
  const owner = useRef({}).current;
  useLayoutEffect(() => registry.set(owner, commands));
  useLayoutEffect(() => () => registry.remove(owner), [owner]);
}

/** Every command that can be given now. */
export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(registry.subscribe, registry.shown);
}

/** Why nothing can be changed now, "" when it can. */
export function useRefusal(): string {
  return useSyncExternalStore(registry.subscribe, registry.refusal);
}

/** Gives commands by their keys, for the whole window. Mounted once, by the frame. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const step = typingStep(event);
      if (step) {
        event.preventDefault();
        document.execCommand(step);
        return;
      }
      if (belongsToFocus(event)) return;
      const keys = combinationOf(event);
      const command = registry.byKeys(keys, dialogIsOpen());
      // The page is no text: outside of fields and lists there is nothing to select as a whole.
      if (!command && keys === "Mod+A") event.preventDefault();
      if (!command) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

function dialogIsOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"],[role="alertdialog"]') !== null;
}
