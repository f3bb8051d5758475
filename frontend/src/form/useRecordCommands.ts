import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { type api, Records } from "../api";
import { type Command, useCommands } from "../commands";
import { refresh, useGo, usePin } from "../frame";
import { useFail, useNotify, useTakeBack } from "../ui";
import type { RecordWork } from "./useRecord";

interface Options {
  work: RecordWork;
  /** Says that nothing is unsaved any more, before the page is left. */
  released: () => void;
  onCreated?: (id: string) => void;
  /** Brings a field to sight. */
  reveal: (field: { key: string }) => void;
}

export type Asking = "history" | "delete";

/** What can be done with a record. */
export function useRecordCommands({ work, released, onCreated, reveal }: Options) {
  const { table, draft, isNew, saving, dirty } = work;
  const go = useGo();
  const leave = useLeave(table.key);
  const queries = useQueryClient();
  const [asking, setAsking] = useState<Asking>();
  const setActive = useSetActive(work);
  const [pinned, togglePin] = usePin(table.key, draft.base.id);
  const notify = useNotify();
  const section = table.label;
  const active = draft.base.state === "active";

  async function saveThen(then?: (saved: api.Row) => void) {
    const saved = await work.save();
    if (!saved) return;
    released();
    if (then) then(saved);
    else if (isNew) onCreated?.(saved.id);
  }
  function next(saved: api.Row) {
    notify({ intent: "success", text: `${table.label} “${saved.name}” saved` });
    if (!isNew) return go.record(table.key, "new");
    work.restart();
    reveal({ key: table.primary });
  }
  const all: (Command & { existing?: boolean })[] = [
    { id: "record.back", label: "Back", icon: "back", section, hidden: true, run: leave },
    {
      id: "record.save",
      writes: true,
      label: "Save",
      icon: "save",
      keys: "Mod+S",
      section,
      enabled: !saving,
      run: () => saveThen(),
    },
    {
      id: "record.save-close",
      writes: true,
      label: "Save & Close",
      icon: "saveClose",
      keys: "Mod+Shift+S",
      section,
      enabled: !saving,
      run: () => saveThen(leave),
    },
    {
      id: "record.save-new",
      writes: true,
      label: "Save & New",
      icon: "saveNew",
      keys: "Mod+Alt+S",
      section,
      enabled: !saving,
      run: () => saveThen(next),
    },
    {
      id: "record.new-page",
      writes: true,
      label: "New",
      icon: "add",
      section,
      existing: true,
      run: () => go.record(table.key, "new"),
    },
    {
      id: "record.duplicate",
      writes: true,
      label: "Duplicate",
      icon: "copy",
      section,
      existing: true,
      secondary: true,
      run: () => go.record(table.key, "new", { copyOf: draft.base.id }),
    },
    {
      id: "record.active",
      writes: true,
      label: active ? "Deactivate" : "Activate",
      icon: active ? "deactivate" : "activate",
      section,
      existing: true,
      enabled: !saving && !dirty,
      run: () => setActive(!active),
    },
    {
      id: "record.delete",
      writes: true,
      label: "Delete",
      icon: "delete",
      keys: "Mod+Delete",
      section,
      existing: true,
      run: () => setAsking("delete"),
    },
    {
      id: "record.history",
      label: "History of this record",
      icon: "history",
      keys: "Mod+Shift+H",
      section,
      existing: true,
      run: () => setAsking("history"),
    },
    {
      id: "record.pin",
      label: pinned ? "Unpin this record" : "Pin this record",
      icon: pinned ? "pinned" : "pin",
      section,
      existing: true,
      secondary: true,
      run: togglePin,
    },
    {
      id: "record.refresh",
      label: "Refresh",
      icon: "refresh",
      section,
      existing: true,
      secondary: true,
      hidden: true,
      run: () => refresh(queries),
    },
  ];
  const commands = all.filter(({ existing }) => !(existing && isNew));
  useCommands(commands);
  return { commands, asking, stopAsking: () => setAsking(undefined) };
}

/** Goes back to where the person came from; to the list where that was nowhere. */
function useLeave(table: string): () => void {
  const { history } = useRouter();
  const go = useGo();
  return () => (history.canGoBack() ? go.back() : go.list(table));
}

/** Hides a record from active views or brings it back, and offers to undo it. */
function useSetActive({ table, draft }: RecordWork): (active: boolean) => Promise<void> {
  const notify = useNotify();
  const fail = useFail();
  const takeBack = useTakeBack();
  return async (active) => {
    const { id, name } = draft.base;
    try {
      const done = await Records.SetActive({ table: table.key, ids: [id], except: [] }, active);
      notify({
        intent: "success",
        text: `“${name}” ${active ? "activated" : "deactivated"}`,
        action: takeBack(done.seq),
      });
    } catch (error) {
      fail(error);
    }
  };
}
