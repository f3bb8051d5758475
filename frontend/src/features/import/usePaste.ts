import { useEffect, useRef } from "react";
import { takesText } from "../../commands";
import { usePasteIn } from "../../frame";
import { blockOf } from "../../grid/copied";

/** Begins an import of what is pasted while no field and no dialog takes it. */
export function usePaste(): void {
  const pasteIn = usePasteIn();
  const latest = useRef(pasteIn);
  useEffect(() => {
    latest.current = pasteIn;
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (!event.clipboardData || isTaken(event.target)) return;
      event.preventDefault();
      latest.current(blockOf(event.clipboardData));
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, []);
}

function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return true;
  return target instanceof HTMLElement && takesText(target);
}
