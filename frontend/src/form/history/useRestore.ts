import { useCallback } from "react";
import { History, type Table } from "../../api";
import { useFail, useNotify, useTakeBack } from "../../ui";

/** Puts a record back to how it was at a version, or one field of it. */
export type Restore = (version: number, field?: string) => void;

/** Puts earlier states of a record back, each as a change that can be undone. */
export function useRestore(table: Table, id: string): Restore {
  const notify = useNotify();
  const fail = useFail();
  const takeBack = useTakeBack();
  return useCallback(
    (version, field) => {
      const run = async () => {
        const { done, left } = await History.Restore(table.key, id, version, field ? [field] : []);
        notify({
          intent: left.length > 0 ? "warning" : "success",
          text: done.seq ? done.summary : `The ${table.label} is like this already`,
          detail: left.join(" "),
          action: takeBack(done.seq),
        });
      };
      run().catch(fail);
    },
    [table, id, notify, fail, takeBack],
  );
}
