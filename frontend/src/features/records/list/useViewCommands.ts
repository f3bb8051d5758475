import { useState } from "react";
import type { Table } from "../../../api";
import { type Command, useCommands } from "../../../commands";
import type { ListState } from "./useListSearch";
import type { ViewActs } from "./useViewActs";
import type { AskedOfView } from "./ViewDialogs";

/** What can be done with the view shown, and the dialogs that it takes. */
export function useViewCommands(
  table: Table,
  { shown, current, discard }: ListState,
  acts: ViewActs,
) {
  const [asked, setAsked] = useState<AskedOfView>();
  const mine = current.saved?.mine ?? false;
  const section = `Views of ${table.plural}`;
  const commands: Command[] = [
    {
      id: "listview.save",
      writes: true,
      label: "Save this view",
      icon: "save",
      section,
      enabled: mine && shown.changed,
      run: acts.save,
    },
    {
      id: "listview.saveAs",
      writes: true,
      label: "Save as new view",
      icon: "saveAs",
      section,
      run: () => setAsked("save"),
    },
    {
      id: "listview.discard",
      label: "Discard changes to this view",
      icon: "undo",
      section,
      enabled: shown.changed,
      run: discard,
    },
    {
      id: "listview.describe",
      writes: true,
      label: "Rename or share this view",
      icon: "edit",
      section,
      enabled: mine,
      run: () => setAsked("describe"),
    },
    {
      id: "listview.delete",
      writes: true,
      label: "Delete this view",
      icon: "delete",
      section,
      enabled: mine,
      run: () => setAsked("delete"),
    },
    {
      id: "listview.link",
      label: "Copy a link to this view",
      icon: "link",
      section,
      run: acts.copyLink,
    },
  ];
  useCommands(commands);
  return { asked, saveAs: () => setAsked("save"), close: () => setAsked(undefined) };
}
