import { useCallback } from "react";
import { History } from "../api";
import { type Notice, useFail } from "./notify";

/** What a notice of a change offers: to take back this one, whatever came since; nothing where nothing was changed. */
export function takeBack(seq: number, fail: (error: unknown) => void): Notice["action"] {
  if (seq === 0) return undefined; // zero would stand for the newest change, which is another one
  return { label: "Undo", run: () => void History.Undo(seq).catch(fail) };
}

/** The same for components: failures are told. */
export function useTakeBack(): (seq: number) => Notice["action"] {
  const fail = useFail();
  return useCallback((seq) => takeBack(seq, fail), [fail]);
}
