import { useEffect, useRef, useState } from "react";

/** For how long nothing more is chosen before the list follows. */
const pause = 300;

/**
 * Columns as they are being chosen. Each change of them makes every row anew and asks for them: it waits until
 * the person pauses, so that ticking one after the other is as quick as the hand.
 */
export function useChosen(shown: string[], onChange: (columns: string[]) => void) {
  const [chosen, setChosen] = useState<string[]>();
  const waiting = useRef<string[]>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(onChange);
  latest.current = onChange;
  const drop = () => {
    clearTimeout(timer.current);
    waiting.current = undefined;
  };
  const settle = () => {
    const columns = waiting.current;
    drop();
    if (columns) latest.current(columns);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    columns: chosen ?? shown,
    choose: (columns: string[]) => {
      drop();
      setChosen(columns);
      waiting.current = columns;
      timer.current = setTimeout(settle, pause);
    },
    /** Lets the list follow at once. */
    settle,
    /** Takes what the list shows again. */
    forget: () => {
      drop();
      setChosen(undefined);
    },
  };
}
