import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { api } from "../api";
import type { Printed } from "../print/sheet";

/** What may lie over the page, one at a time. */
export type Overlay =
  | { kind: "palette"; text: string }
  | { kind: "keys" }
  | { kind: "create"; table: string }
  | { kind: "backups"; path: string; name: string }
  | { kind: "print"; what: Printed }
  | { kind: "confirm-step"; word: "Undo" | "Redo"; step: api.Step }
  /** Asks for a catalogue to bring files into; without paths they are asked for afterwards. */
  | { kind: "choose-catalogue"; paths?: string[] };

interface Overlays {
  overlay: Overlay | null;
  show(overlay: Overlay): void;
  hide(): void;
}

const Context = createContext<Overlays>({ overlay: null, show: () => {}, hide: () => {} });

export function OverlayProvider({ children }: { children: ReactNode }) {
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const value = useMemo(
    () => ({ overlay, show: setOverlay, hide: () => setOverlay(null) }),
    [overlay],
  );
  return <Context value={value}>{children}</Context>;
}

export function useOverlays(): Overlays {
  return useContext(Context);
}
