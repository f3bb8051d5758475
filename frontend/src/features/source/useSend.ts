import { useRef } from "react";
import { type api, SourceSystems } from "../../api";

/** Sends decisions one after the other: each knows what those before it changed, so that two values of one record can follow each other quickly. */
export function useSend() {
  const own = useRef<number[]>([]);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  return (decision: api.QueueDecision): Promise<api.QueueDecided> => {
    const decide = async () => {
      const decided = await SourceSystems.Decide({
        ...decision,
        own: own.current,
      } as api.QueueDecision);
      own.current = [...own.current, decided.done.seq];
      return decided;
    };
    const sent = last.current.then(decide, decide);
    last.current = sent;
    return sent;
  };
}
