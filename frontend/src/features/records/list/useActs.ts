import { useMemo, useState } from "react";
import { type api, type Field, Records, type Table } from "../../../api";
import type { GridSelection } from "../../../grid";
import { counted, jobEnd, useJob, useNotify, useTakeBack } from "../../../ui";

/** What is done to picked records as one change set, with a notice that offers to undo it; and the job that does it. */
export function useActs(table: Table) {
  const notify = useNotify();
  const takeBack = useTakeBack();
  const [started, setStarted] = useState<api.Job>();
  const job = useJob(started?.id) ?? started;
  const acts = useMemo(() => {
    const act = async (
      kind: string,
      { records }: GridSelection,
      values = {},
    ): Promise<api.Done> => {
      const begun = await Records.Begin({ kind, selection: records, values });
      setStarted(begun);
      try {
        return (await jobEnd(begun.id)).made ?? nothing;
      } finally {
        setStarted(undefined);
      }
    };
    const records = (n: number) => counted(n, table.label, table.plural);
    const tell = ({ seq }: api.Done, text: string) =>
      notify({ intent: "success", text, action: takeBack(seq) });
    return {
      records,
      async remove(which: GridSelection) {
        const done = await act("delete", which);
        tell(done, `${records(done.deleted)} deleted`);
      },
      async setActive(which: GridSelection, active: boolean) {
        const done = await act(active ? "activate" : "deactivate", which);
        tell(done, `${records(done.updated)} ${active ? "activated" : "deactivated"}`);
      },
      async setField(which: GridSelection, { key, label }: Field, value: unknown) {
        const done = await act("set", which, { [key]: value });
        const none = `${label} had this value everywhere already`;
        tell(done, done.updated ? `${label} set on ${records(done.updated)}` : none);
      },
    };
  }, [table, notify, takeBack]);
  return { ...acts, job };
}

const nothing: api.Done = { seq: 0, created: 0, updated: 0, deleted: 0, summary: "", id: "" };
