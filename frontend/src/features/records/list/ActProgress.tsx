import { useEffect, useState } from "react";
import type { api } from "../../../api";
import { ProgressPanel } from "../../../ui";

/** What is done sooner is not worth a word. */
const patience = 400;

/** How far what is done to many records is, with a way to stop it; nothing while it is quick. */
export function ActProgress({ job }: { job: api.Job | undefined }) {
  const [slow, setSlow] = useState("");
  const id = job?.id;
  useEffect(() => {
    if (!id) return;
    const timer = setTimeout(() => setSlow(id), patience);
    return () => clearTimeout(timer);
  }, [id]);
  return job && slow === id ? <ProgressPanel job={job} /> : null;
}
