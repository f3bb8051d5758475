import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { type MouseEvent, type ReactNode, useEffect, useState } from "react";

interface Props {
  title: string;
  children?: ReactNode;
  /** The buttons below, the one that goes on last. */
  actions?: ReactNode;
  /** Stays until it is answered: a click beside it does not close it. */
  alert?: boolean;
  className?: string;
  onClose(): void;
}

/** A dialog over the page. Render it only while it is open; the focus then goes back to where it was. */
export function Modal({ title, children, actions, alert, className, onClose }: Props) {
  useReturnFocus();
  return (
    <Dialog
      open
      modalType={alert ? "alert" : "modal"}
      onOpenChange={(_, { open }) => !open && onClose()}
    >
      <DialogSurface className={className} backdrop={alert ? keepsFocus : undefined}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{children}</DialogContent>
          {actions && <DialogActions fluid>{actions}</DialogActions>}
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** A click beside a question leaves the focus in it, where Escape still answers. */
const keepsFocus = { onMouseDown: (event: MouseEvent) => event.preventDefault() };

/** Gives the focus back to whatever had it before, unless something else has taken it. */
export function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement); // asked before the dialog takes it
  useEffect(() => () => void requestAnimationFrame(() => returnFocus(before)), [before]);
}

function returnFocus(before: Element | null): void {
  if (document.activeElement && document.activeElement !== document.body) return;
  const target = before?.isConnected ? before : document.querySelector("#page");
  if (target instanceof HTMLElement) target.focus();
}
