import { useEffect, useState } from "react";
import { type api, Jobs, on } from "../api";

const askEvery = 1000;

/**
 * Follows long work by its id until it has finished: by events, and by asking
 * now and then in case one was missed.
 */
export function useJob(id: string | undefined): api.Job | undefined {
  const [job, setJob] = useState<api.Job>();
  const done = job?.id === id && job?.finished;
  useEffect(() => {
    if (!id || done) return;
    const take = (next: api.Job) => next.id === id && setJob(next);
    const ask = () => Jobs.Get(id).then(take, () => {});
    ask();
    const timer = setInterval(ask, askEvery);
    const off = on("job", take);
    return () => {
      clearInterval(timer);
      off();
    };
  }, [id, done]);
  return job?.id === id ? job : undefined;
}
