import { useMemo } from "react";
import { type api, type Field, History, Records, type Table } from "../../../api";
import type { GridSelection } from "../../../grid";
import { counted, useFail, useNotify } from "../../../ui";

/** What is done to picked records as one change set, with a notice that offers to undo it. */
export function useActs(table: Table) {
  const notify = useNotify();
  const fail = useFail();
  return useMemo(() => {
    const records = (n: number) => counted(n, table.label, table.plural);
    const tell = (done: api.Done, text: string) => {
      const undo = { label: "Undo", run: () => void History.Undo(done.seq).catch(fail) };
      notify({ intent: "success", text, action: done.seq ? undo : undefined });
    };
    return {
      records,
      async remove({ records: which }: GridSelection) {
        const done = await Records.Delete(which);
        tell(done, `${records(done.deleted)} deleted`);
      },
      async setActive({ records: which }: GridSelection, active: boolean) {
        const done = await Records.SetActive(which, active);
        tell(done, `${records(done.updated)} ${active ? "activated" : "deactivated"}`);
      },
      async setField({ records: which }: GridSelection, { key, label }: Field, value: unknown) {
        const done = await Records.SetFields(which, { [key]: value });
        const none = `${label} had this value everywhere already`;
        tell(done, done.updated ? `${label} set on ${records(done.updated)}` : none);
      },
    };
  }, [table, notify, fail]);
}
