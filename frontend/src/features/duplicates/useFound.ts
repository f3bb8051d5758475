import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type api, Duplicates, Jobs } from "../../api";
import { keys } from "../../frame";
import { jobEnd, useJob } from "../../ui";

/** The likely duplicates of a table, looked for anew whenever something has changed, and the job that looks. */
export function useFound(table: string) {
  const [started, setStarted] = useState<api.Job>();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: [...keys.records, table, "duplicates"],
    queryFn: ({ signal }) => find(table, signal, setStarted),
    placeholderData: keepPreviousData,
  });
  const job = useJob(isFetching ? started?.id : undefined) ?? started;
  return { data, error, job: isFetching ? job : undefined, again: () => void refetch() };
}

/** Who turns elsewhere, or changes something, stops it. */
async function find(table: string, signal: AbortSignal, tell: (job: api.Job) => void) {
  const job = await Duplicates.Begin(table);
  const stop = () => void Jobs.Cancel(job.id).catch(() => {}); // it may have ended just now
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop);
  tell(job);
  await jobEnd(job.id);
  return Duplicates.Found(job.id);
}
