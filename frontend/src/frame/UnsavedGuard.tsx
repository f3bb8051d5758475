import { Button } from "@fluentui/react-components";
import { useBlocker } from "@tanstack/react-router";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { on, Window } from "../api";
import { Modal } from "../ui";
import { GuardContext, type SaveUnsaved, Unsaved } from "./unsaved";

interface Asking {
  save?: SaveUnsaved;
  answer(leave: boolean): void;
}

/** Holds up moves and the closing of the window while something below is unsaved. */
export function UnsavedGuard({ children }: { children: ReactNode }) {
  const unsaved = useMemo(() => new Unsaved(), []);
  const [asking, setAsking] = useState<Asking | null>(null);

  const pending = useRef<Promise<boolean>>(undefined);

  const ask = useCallback(async () => {
    const leave = await new Promise<boolean>((answer) => setAsking({ save: unsaved.save, answer }));
    setAsking(null);
    pending.current = undefined;
    return leave;
  }, [unsaved]);
  const mayLeave = useCallback(async () => {
    if (!unsaved.any) return true;
    pending.current ??= ask(); // one question at a time answers all who wait
    return pending.current;
  }, [unsaved, ask]);

  useBlocker({
    shouldBlockFn: async ({ current, next }) =>
      current.pathname !== next.pathname && !(await mayLeave()),
    enableBeforeUnload: false,
  });
  useEffect(
    () => on("close-requested", async () => (await mayLeave()) && Window.Quit()),
    [mayLeave],
  );
  const guard = useMemo(() => ({ unsaved, mayLeave }), [unsaved, mayLeave]);
  return (
    <GuardContext value={guard}>
      {children}
      {asking && <Question asking={asking} />}
    </GuardContext>
  );
}

function Question({ asking: { save, answer } }: { asking: Asking }) {
  const [saving, setSaving] = useState(false);
  const saveAndLeave = async () => {
    setSaving(true);
    answer((await save?.().catch(() => false)) ?? false);
  };
  return (
    <Modal
      alert
      className="dialog-narrow"
      title="Your changes are not saved yet"
      onClose={() => answer(false)}
      actions={
        <>
          {/* The first has the keyboard: what loses nothing. */}
          <Button appearance={save ? "secondary" : "primary"} onClick={() => answer(false)}>
            Keep editing
          </Button>
          <Button disabled={saving} onClick={() => answer(true)}>
            Leave without saving
          </Button>
          {save && (
            <Button appearance="primary" disabled={saving} onClick={saveAndLeave}>
              Save and leave
            </Button>
          )}
        </>
      }
    >
      If you leave without saving, what you changed here is lost.
    </Modal>
  );
}
