import { useState } from "react";
import { type api, Export } from "../../../api";
import type { GridNow } from "../../../grid";
import { fileName, jobEnd, useFail, useJob, useNotify } from "../../../ui";

/** Writes what the list shows to a file: its rows in their order, its columns in theirs. */
export function useExport(now: GridNow | undefined) {
  const [id, setId] = useState<string>();
  const job = useJob(id);
  const notify = useNotify();
  const fail = useFail();

  const start = async (format: "xlsx" | "csv") => {
    if (!now?.query) return;
    const query: api.Query = { ...now.query, columns: now.columns, offset: 0, limit: 0 };
    try {
      const begun = await Export.Start({ tables: [], query, template: false, format });
      if (!begun) return;
      setId(begun.id);
      const { result } = await jobEnd(begun.id);
      notify({ intent: "success", text: `Exported to ${fileName(result)}`, detail: result });
    } catch (error) {
      fail(error);
    } finally {
      setId(undefined);
    }
  };
  return { start: (format: "xlsx" | "csv") => void start(format), job };
}
