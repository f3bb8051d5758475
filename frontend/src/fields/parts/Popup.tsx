import { Portal, usePositioning } from "@fluentui/react-components";
import { type PropsWithChildren, type Ref, useEffect } from "react";

/** Where a popup hangs. */
export function usePopup(fitWidth: boolean) {
  return usePositioning({
    position: "below",
    align: "start",
    offset: 2,
    matchTargetSize: fitWidth ? "width" : undefined,
    overflowBoundaryPadding: 8,
  });
}

interface PopupProps {
  containerRef: Ref<HTMLDivElement>;
  /** Called when the pointer goes down anywhere else. */
  onOutside: (event: PointerEvent) => void;
}

/** A panel below an input. The focus stays in the input: pressing here does not take it away. */
export function Popup({ containerRef, onOutside, children }: PropsWithChildren<PopupProps>) {
  useEffect(() => {
    document.addEventListener("pointerdown", onOutside, true);
    return () => document.removeEventListener("pointerdown", onOutside, true);
  }, [onOutside]);
  return (
    <Portal>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only keeps the focus where it is */}
      <div
        className="field-popup"
        ref={containerRef}
        role="presentation"
        onMouseDown={(event) => event.preventDefault()}
      >
        {children}
      </div>
    </Portal>
  );
}
