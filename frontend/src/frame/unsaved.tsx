import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { useBlocker } from "@tanstack/react-router";
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { on, Window } from "../api";

/** Saves what is unsaved; false when it could not be saved and the form says why. */
export type SaveUnsaved = () => Promise<boolean>;

type Entry = { save?: SaveUnsaved };

/** Who has something unsaved. */
class Unsaved {
  readonly #entries = new Map<object, Entry>();

  readonly any = () => this.#entries.size > 0;

  set(owner: object, entry: Entry | null): void {
    const before = this.any();
    if (entry) this.#entries.set(owner, entry);
    else this.#entries.delete(owner);
    if (before !== this.any()) Window.SetDirty(this.any()).catch(() => {});
  }

  /** Undefined when some of it cannot be saved from outside. */
  save(): SaveUnsaved | undefined {
    const saves = [...this.#entries.values()].map((e) => e.save);
    if (!saves.every((s) => s !== undefined)) return undefined;
    return async () => {
      for (const save of saves) if (!(await save())) return false;
      return true;
    };
  }
}

const Context = createContext<Unsaved | null>(null);

/**
 * Says that the caller holds something unsaved: leaving the page or closing the
 * window then asks first. With `save` the question offers to save.
 */
export function useUnsaved(dirty: boolean, save?: SaveUnsaved): void {
  const unsaved = useContext(Context);
  const owner = useRef({}).current;
  useEffect(() => unsaved?.set(owner, dirty ? { save } : null));
  useEffect(() => () => unsaved?.set(owner, null), [unsaved, owner]);
}

/** Holds up moves and the closing of the window while something below is unsaved. */
export function UnsavedGuard({ children }: { children: ReactNode }) {
  const unsaved = useMemo(() => new Unsaved(), []);
  const blocked = useBlocker({
    shouldBlockFn: ({ current, next }) => unsaved.any() && current.pathname !== next.pathname,
    withResolver: true,
    enableBeforeUnload: false,
  });
  const [closing, setClosing] = useState(false);
  useEffect(() => on("close-requested", () => setClosing(true)), []);

  const leave = () => {
    if (blocked.status === "blocked") blocked.proceed();
    if (closing) Window.Quit();
    setClosing(false);
  };
  const stay = () => {
    if (blocked.status === "blocked") blocked.reset();
    setClosing(false);
  };
  const save = unsaved.save();
  const saveAndLeave = save && (async () => ((await save()) ? leave() : stay()));
  return (
    <Context value={unsaved}>
      {children}
      <Question
        open={closing || blocked.status === "blocked"}
        onLeave={leave}
        onStay={stay}
        onSave={saveAndLeave}
      />
    </Context>
  );
}

interface QuestionProps {
  open: boolean;
  onLeave(): void;
  onStay(): void;
  onSave?: () => void;
}

function Question({ open, onLeave, onStay, onSave }: QuestionProps) {
  return (
    <Dialog modalType="alert" open={open} onOpenChange={(_, data) => !data.open && onStay()}>
      <DialogSurface className="confirm">
        <DialogBody>
          <DialogTitle>Your changes are not saved yet</DialogTitle>
          <DialogContent>If you leave now, what you changed here is lost.</DialogContent>
          <DialogActions fluid>
            <Button onClick={onLeave}>Leave without saving</Button>
            <Button appearance={onSave ? undefined : "primary"} onClick={onStay}>
              Keep editing
            </Button>
            {onSave && (
              <Button appearance="primary" onClick={onSave}>
                Save and leave
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
