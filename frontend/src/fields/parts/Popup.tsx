import { mergeClasses, Portal, usePositioning } from "@fluentui/react-components";
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
  className?: string;
  containerRef: Ref<HTMLDivElement>;
  /** Called when the pointer goes down anywhere else. */
  onOutside: (event: PointerEvent) => void;
}

/** Said here, as else the width of the input would be set in its place; that is the least, in the styles. */
const asWideAsNeeded = { width: "max-content" };

/** A panel below an input. The focus stays in the input: pressing here does not take it away. */
export function Popup(props: PropsWithChildren<PopupProps>) {
  const { className, containerRef, onOutside, children } = props;
  useEffect(() => {
    document.addEventListener("pointerdown", onOutside, true);
    return () => document.removeEventListener("pointerdown", onOutside, true);
  }, [onOutside]);
  return (
    <Portal>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only keeps the focus where it is */}
      <div
        className={mergeClasses("field-popup", className)}
        style={asWideAsNeeded}
        ref={containerRef}
        role="presentation"
        onMouseDown={(event) => event.preventDefault()}
      >
        {children}
      </div>
    </Portal>
  );
}
