import { type api, Jobs, on } from "../../api";

const askEvery = 700;

/**
 * Follows long work to its end, by events and by asking now and then in case
 * one was missed. Hands on every move; answers with the finished job.
 */
export function follow(job: api.Job, onMove: (job: api.Job) => void): Promise<api.Job> {
  if (job.finished) return Promise.resolve(job);
  return new Promise((resolve) => {
    const take = (next: api.Job) => {
      if (next.id !== job.id) return;
      onMove(next);
      if (!next.finished) return;
      clearInterval(timer);
      off();
      resolve(next);
    };
    const ask = () => Jobs.Get(job.id).then(take, () => {}); // a later answer, or an event, tells
    const off = on("job", take);
    const timer = setInterval(ask, askEvery);
    ask();
  });
}
