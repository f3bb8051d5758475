import { useQueryClient } from "@tanstack/react-query";
import { useContext } from "react";
import { Catalogue } from "../api";
import { jobEnd, useFail, useNotify } from "../ui";
import { useTakeState } from "./catalogue";
import { useStartPage } from "./files";
import { keys, refresh } from "./queries";
import { GuardContext } from "./unsaved";

/** What keeps the open catalogue safe, wherever it is offered. What is said to reject says why where it was asked. */
export function useSafety() {
  const take = useTakeState();
  const start = useStartPage();
  const client = useQueryClient();
  const notify = useNotify();
  const fail = useFail();
  const { unsaved, mayLeave } = useContext(GuardContext);
  return {
    /** Opens for writing what was open for reading. */
    edit: (takeOver: boolean) => Catalogue.Edit(takeOver).then(take, fail),
    /** Goes on with a copy elsewhere; what is typed and not saved stays. */
    async saveCopyAs() {
      try {
        const state = await Catalogue.SaveCopyAs();
        client.setQueryData(keys.state, state);
        refresh(client);
      } catch (error) {
        fail(error);
      }
    },
    async backUpNow() {
      try {
        const job = await Catalogue.BackUpNow();
        if (job) await jobEnd(job.id);
        await client.invalidateQueries({ queryKey: keys.backups });
        notify({ intent: "success", text: "A backup was taken" });
      } catch (error) {
        fail(error);
      }
    },
    /** Puts a backup in the catalogue's place; rejects, with "locked" where the backup needs a passphrase. */
    async restore(path: string, backup: string, passphrase = "") {
      if (!(await mayLeave())) return;
      const state = await Catalogue.Restore(path, backup, passphrase);
      unsaved.forget();
      take(state);
      notify({
        intent: "success",
        text: "The backup is restored",
        detail: "What was there before is the newest backup: restore that to go back.",
      });
    },
    /** Gives the pending catalogue its passphrase, or gives up on it with ""; rejects when it is wrong. */
    async unlock(passphrase: string) {
      const state = await Catalogue.Unlock(passphrase);
      take(state);
      if (passphrase) start(state);
    },
    /** Sets, changes or removes ("") the passphrase; rejects when it cannot. */
    async setPassphrase(current: string, next: string, onJob: (id: string) => void) {
      const job = await Catalogue.SetPassphrase(current, next);
      if (job) onJob(job.id);
      const { result } = job ? await jobEnd(job.id) : { result: "" };
      refresh(client);
      const text = next ? "The catalogue is encrypted" : "The passphrase is removed";
      notify({ intent: result ? "warning" : "success", text, detail: result || undefined });
    },
  };
}
