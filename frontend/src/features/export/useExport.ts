import { useState } from "react";
import { type api, asApiError } from "../../api";
import { fileName, jobEnd, useCopy, useJob, useNotify } from "../../ui";

/** A file that was written, and what is to be known about it. */
export interface Written {
  path: string;
  notes: readonly string[];
}

interface Exporting {
  /** The export under way. */
  job: api.Job | undefined;
  /** Why the last one came to nothing. */
  error: unknown;
  /** What the last one wrote, where there is something to read about it. */
  written: Written | undefined;
  /** Begins, waits, and says where the file is; true when it was written and nothing is left to read. */
  start(begin: () => Promise<api.Job | null>): Promise<boolean>;
}

export function useExport(): Exporting {
  const [started, setStarted] = useState<api.Job>();
  const [error, setError] = useState<unknown>();
  const [written, setWritten] = useState<Written>();
  const job = useJob(started?.id) ?? started;
  const notify = useNotify();
  const [, copy] = useCopy();
  const start = async (begin: () => Promise<api.Job | null>) => {
    setError(undefined);
    try {
      const begun = await begin();
      if (!begun) return false; // no file was chosen
      setStarted(begun);
      const { result, notes } = await jobEnd(begun.id);
      if (notes.length > 0) {
        setWritten({ path: result, notes });
        return false;
      }
      notify({
        intent: "success",
        text: `Exported ${fileName(result)}`,
        detail: result,
        action: { label: "Copy the path", run: () => copy(result) },
      });
      return true;
    } catch (reason) {
      if (asApiError(reason).code !== "cancelled") setError(reason);
      return false;
    } finally {
      setStarted(undefined);
    }
  };
  return { job, error, written, start };
}
