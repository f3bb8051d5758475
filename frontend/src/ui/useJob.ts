import { useEffect, useState } from "react";
import { ApiError, type api, Jobs, on } from "../api";

const askEvery = 1000;

/**
 * Tells of long work until the function returned is called: by events, and by
 * asking now and then in case one was missed.
 */
function follow(id: string, tell: (job: api.Job) => void): () => void {
  const take = (job: api.Job) => job.id === id && tell(job);
  const ask = () => Jobs.Get(id).then(take, () => {});
  ask();
  const timer = setInterval(ask, askEvery);
  const off = on("job", take);
  return () => {
    clearInterval(timer);
    off();
  };
}

/** The state of long work by its id, until it has finished. */
export function useJob(id: string | undefined): api.Job | undefined {
  const [job, setJob] = useState<api.Job>();
  const mine = job?.id === id ? job : undefined;
  const finished = mine?.finished;
  useEffect(() => {
    return id && !finished ? follow(id, setJob) : undefined;
  }, [id, finished]);
  return mine;
}

/** Waits for long work to end and tells how it goes; rejects when it failed or was cancelled. */
export function jobEnd(id: string, tell?: (job: api.Job) => void): Promise<api.Job> {
  return new Promise((resolve, reject) => {
    const stop = follow(id, (job) => {
      if (!job.finished) return tell?.(job);
      stop();
      if (job.error) reject(new ApiError(job.error));
      else resolve(job);
    });
  });
}
