import { useQueryClient } from "@tanstack/react-query";
import { type RefObject, useMemo, useState } from "react";
import { Records, type Table } from "../../../api";
import { type Command, registry, useCommands } from "../../../commands";
import { refresh, useGo } from "../../../frame";
import type { GridHandle, GridNow, GridSelection } from "../../../grid";
import { count, useFail } from "../../../ui";
import { wordFilterId } from "./ListHead";
import { useActs } from "./useActs";
import type { Filters } from "./useFilters";

/** A dialog that a command has opened, and the records that it is about. */
export interface Asked {
  kind: "delete" | "deactivate" | "activate" | "edit";
  selection: GridSelection;
}

interface Options {
  table: Table;
  grid: RefObject<GridHandle | null>;
  now: GridNow | undefined;
  filters: Filters;
  /** Shows a chart of the list, or takes it away. */
  onChart(): void;
  grouped: boolean;
  /** Shows a record of the list. */
  open(row: { id: string }): void;
}

type Act = Omit<Command, "section">;

/** What can be done in a list, and the dialogs that it takes. */
export function useListCommands({ table, grid, now, filters, grouped, onChart, open }: Options) {
  const [asked, setAsked] = useState<Asked>();
  const { selection } = now ?? {};
  const ask = (kind: Asked["kind"]) =>
    selection && selection.count > 0 && setAsked({ kind, selection });
  const named = (act: Act): Command => ({ ...act, section: table.plural });
  const own = [
    ...useRecordActs(table, grid, selection, ask, open),
    ...useReadActs(grid, selection),
    ...useMergeActs(table, selection),
    ...groupActs(grid, grouped),
  ].map(named);
  const sight = sightActs(grid, filters, onChart).map(named);
  useCommands([...own, ...sight, named(wordsAct)]);
  return {
    bar: useShown([...own, ...others.map((act) => ({ ...act, section: table.plural }))]),
    sight: useShown(sight),
    asked,
    askDelete,
    close: () => setAsked(undefined),
  };
}

const askDelete = () => registry.run("list.delete");

/** The commands as bars show them: the same list until something that shows has changed. */
function useShown(commands: Omit<Command, "run">[]): Command[] {
  const text = JSON.stringify(commands);
  return useMemo(() => {
    const shown = JSON.parse(text) as Omit<Command, "run">[];
    return shown.map((command) => ({ ...command, run: () => registry.run(command.id) }));
  }, [text]);
}

/** What is done with records. */
function useRecordActs(
  table: Table,
  grid: RefObject<GridHandle | null>,
  selection: GridSelection | undefined,
  ask: (kind: Asked["kind"]) => void,
  open: Options["open"],
): Act[] {
  const go = useGo();
  const fail = useFail();
  const { setActive } = useActs(table);
  const count = selection?.count ?? 0;
  const one = selection?.one;
  const has = (state: string) => selection?.states.has(state) ?? false;
  const turn = (active: boolean) => {
    if (count > 1) ask(active ? "activate" : "deactivate");
    else if (selection) setActive(selection, active).catch(fail);
  };
  return [
    {
      id: "record.new",
      writes: true,
      label: "New",
      icon: "add",
      keys: "Mod+N",
      run: () => go.record(table.key, "new"),
    },
    {
      id: "list.open",
      label: "Open",
      icon: "open",
      keys: "Mod+Enter",
      enabled: one !== undefined,
      run: () => one && open(one),
    },
    count > 1
      ? {
          id: "list.edit",
          writes: true,
          label: "Edit all selected",
          short: "Edit",
          icon: "edit",
          keys: "Mod+E",
          run: () => ask("edit"),
        }
      : {
          id: "list.edit",
          writes: true,
          label: "Edit cell",
          short: "Edit",
          icon: "edit",
          keys: "F2",
          enabled: count === 1,
          run: () => grid.current?.editCell(),
        },
    {
      id: "list.deactivate",
      writes: true,
      label: "Deactivate",
      icon: "deactivate",
      keys: "Mod+Shift+D",
      enabled: has("active"),
      run: () => turn(false),
    },
    {
      id: "list.activate",
      writes: true,
      label: "Activate",
      icon: "activate",
      keys: "Mod+Shift+A",
      enabled: has("inactive"),
      run: () => turn(true),
    },
    {
      id: "list.delete",
      writes: true,
      label: "Delete",
      icon: "delete",
      keys: "Mod+Delete",
      enabled: count > 0,
      run: () => ask("delete"),
    },
  ];
}

/** Commands of other parts of the program that the bar offers as well; those parts do them. */
const others: Omit<Act, "run">[] = [
  { id: "export.current", label: "Export", icon: "export", keys: "Mod+Shift+E", divided: true },
  { id: "import", label: "Import", icon: "import", keys: "Mod+I" },
];

/** What is done with what is there. */
function useReadActs(
  grid: RefObject<GridHandle | null>,
  selection: GridSelection | undefined,
): Act[] {
  const queries = useQueryClient();
  return [
    {
      id: "refresh",
      label: "Refresh",
      icon: "refresh",
      keys: "F5",
      secondary: true,
      run: () => {
        refresh(queries);
        grid.current?.refresh();
      },
    },
    {
      id: "list.copy",
      label: "Copy the selected rows",
      icon: "copy",
      secondary: true,
      enabled: !!selection?.count,
      run: () => grid.current?.copy(),
    },
  ];
}

/** How many records can be looked at side by side. */
const mergedMost = 12;

/** How many of them can be merged, and where these are too many, how many they are. */
const mergeable = (selected: number) =>
  selected > mergedMost ? `at most ${mergedMost}, not ${count(selected)}` : `2 to ${mergedMost}`;

/** What is done about things that are kept twice. */
function useMergeActs(table: Table, selection: GridSelection | undefined): Act[] {
  const go = useGo();
  const fail = useFail();
  const chosen = selection?.count ?? 0;
  const merge = async ({ records }: GridSelection) =>
    go.duplicates(table.key, { ids: await Records.Chosen(records, mergedMost) });
  if (!table.telling?.length) return [];
  return [
    {
      id: "list.merge",
      writes: true,
      label: `Merge the selected (${mergeable(chosen)})`,
      icon: "link",
      secondary: true,
      enabled: chosen > 1 && chosen <= mergedMost,
      run: () => selection && merge(selection).catch(fail),
    },
    {
      id: "list.duplicates",
      label: "Find duplicates",
      icon: "copy",
      secondary: true,
      run: () => go.duplicates(table.key),
    },
  ];
}

/** What decides which columns and rows are in sight. */
function sightActs(
  grid: RefObject<GridHandle | null>,
  filters: Filters,
  onChart: () => void,
): Act[] {
  return [
    {
      id: "list.columns",
      label: "Columns",
      icon: "columns",
      keys: "Mod+Shift+C",
      run: () => grid.current?.chooseColumns(),
    },
    {
      id: "list.filter",
      label: "Edit filters",
      icon: "filter",
      keys: "Mod+Shift+L",
      run: filters.toggle,
    },
    {
      id: "list.chart",
      label: "Chart",
      icon: "chart",
      keys: "Mod+Shift+G",
      run: onChart,
    },
  ];
}

/** What is done with the groups that rows stand in. */
function groupActs(grid: RefObject<GridHandle | null>, enabled: boolean): Act[] {
  if (!enabled) return [];
  return [
    {
      id: "list.openGroups",
      label: "Open all groups",
      icon: "expandAll",
      secondary: true,
      run: () => grid.current?.toggleGroups(true),
    },
    {
      id: "list.closeGroups",
      label: "Close all groups",
      icon: "collapseAll",
      secondary: true,
      run: () => grid.current?.toggleGroups(false),
    },
  ];
}

const wordsAct: Act = {
  id: "search",
  label: "Filter this list by keyword",
  icon: "filter",
  keys: "Mod+F",
  run: () => document.getElementById(wordFilterId)?.focus(),
};
