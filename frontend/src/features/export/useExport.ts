import { useState } from "react";
import { type api, asApiError, Export } from "../../api";
import { fileName, jobEnd, useCopy, useJob, useNotify } from "../../ui";

interface Exporting {
  /** The export under way. */
  job: api.Job | undefined;
  /** Why the last one came to nothing. */
  error: unknown;
  /** Asks where to save, writes, and says where the file is; true when it was written. */
  start(request: api.ExportRequest): Promise<boolean>;
}

export function useExport(): Exporting {
  const [started, setStarted] = useState<api.Job>();
  const [error, setError] = useState<unknown>();
  const job = useJob(started?.id) ?? started;
  const notify = useNotify();
  const [, copy] = useCopy();
  const start = async (request: api.ExportRequest) => {
    setError(undefined);
    try {
      const begun = await Export.Start(request);
      if (!begun) return false; // no place to save was chosen
      setStarted(begun);
      const { result } = await jobEnd(begun.id);
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
  return { job, error, start };
}
