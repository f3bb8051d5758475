import { useIsMutating, useMutation } from "@tanstack/react-query";
import { useContext } from "react";
import { type api, Catalogue } from "../api";
import { useModel } from "../model";
import { jobEnd, useFail, useNotify } from "../ui";
import { useCatalogue, useTakeState } from "./catalogue";
import { useAppKey, useGo } from "./go";
import { useBegin } from "./start";
import { GuardContext } from "./unsaved";

const opening = ["open-catalogue"];

export interface Files {
  /** Each answers whether another catalogue is open now; a cancelled dialog leaves all as it was. */
  create(): Promise<boolean>;
  open(): Promise<boolean>;
  openPath(path: string): Promise<boolean>;
  openSample(): Promise<boolean>;
  keepSample(): Promise<boolean>;
  close(): Promise<void>;
  /** Takes a catalogue off the list of recent ones; the file stays. */
  forget(path: string): Promise<void>;
  backup(): Promise<void>;
}

/** What can be done with catalogue files, wherever it is offered. */
export function useFiles(): Files {
  const before = useCatalogue();
  const take = useTakeState();
  const start = useStartPage();
  const { unsaved, mayLeave } = useContext(GuardContext);
  const fail = useFail();
  const backup = useBackup();
  const { mutateAsync } = useMutation({
    mutationKey: opening,
    mutationFn: (open: () => Promise<api.State>) => open(),
  });

  const enter = async (open: () => Promise<api.State>): Promise<boolean> => {
    if (!(await mayLeave())) return false;
    try {
      const state = await mutateAsync(open);
      if (state.pending) take(state);
      if (state.pending || (state.open && state.path === before.path)) return false;
      unsaved.forget();
      take(state);
      start(state);
      return state.open;
    } catch (error) {
      fail(error);
      return false;
    }
  };
  return {
    create: () => enter(Catalogue.New),
    open: () => enter(Catalogue.Open),
    openPath: (path) => enter(() => Catalogue.OpenPath(path)),
    openSample: () => enter(Catalogue.OpenSample),
    keepSample: () => enter(Catalogue.NewSample),
    close: async () => void (await enter(Catalogue.Close)),
    forget: (path) => Catalogue.Forget(path).then(take, fail),
    backup,
  };
}

/** Whether a catalogue is being opened right now. */
export function useIsOpening(): boolean {
  return useIsMutating({ mutationKey: opening }) > 0;
}

/**
 * Goes where work starts: the first list of the app or its dashboard, or home while there is nothing to
 * list. Answers whether that is elsewhere than home.
 */
export function useStartPage(): (state: api.State) => boolean {
  const go = useGo();
  const begin = useBegin(useModel().app(useAppKey()));
  return (state) => {
    const leads = state.open && state.records > 0 && begin();
    if (!leads) go.home();
    return leads;
  };
}

function useBackup(): () => Promise<void> {
  const notify = useNotify();
  const fail = useFail();
  return async () => {
    try {
      const job = await Catalogue.Backup();
      if (!job) return;
      const { result } = await jobEnd(job.id);
      notify({ intent: "success", text: "The catalogue is backed up", detail: result });
    } catch (error) {
      fail(error);
    }
  };
}
