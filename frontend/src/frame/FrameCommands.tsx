import { useQueryClient } from "@tanstack/react-query";
import { type Command, currentList, useCommands, useCurrentList } from "../commands";
import { useModel } from "../model";
import { useCatalogue } from "./catalogue";
import { useFiles } from "./files";
import { useShowFirstSteps } from "./firstSteps";
import { useGo } from "./go";
import { useBringIn } from "./import";
import { useOverlays } from "./overlay";
import { nextPane } from "./panes";
import { usePasteIn } from "./paste";
import { firstTable, usePlace } from "./place";
import { useLayout, usePreferences } from "./preferences";
import { refresh } from "./queries";
import { stepLabel, useSteps } from "./steps";

/** The commands that every page has. Mounted before the pages, so that theirs come first. */
export function FrameCommands() {
  useCommands([
    ...useCatalogueCommands(),
    ...useEditCommands(),
    ...usePlaceCommands(),
    ...usePrintCommands(),
    ...useAppearanceCommands(),
    ...useHelpCommands(),
  ]);
  return null;
}

function useCatalogueCommands(): Command[] {
  const files = useFiles();
  const { open, path, name } = useCatalogue();
  const { show } = useOverlays();
  const bringIn = useBringIn();
  const pasteIn = usePasteIn();
  const section = "Catalogue";
  return [
    { id: "catalogue.new", label: "New catalogue", icon: "newFile", section, run: files.create },
    {
      id: "catalogue.open",
      label: "Open a catalogue",
      icon: "openFile",
      keys: "Mod+O",
      section,
      run: files.open,
    },
    {
      id: "catalogue.sample",
      label: "Open the sample catalogue",
      icon: "database",
      section,
      run: files.openSample,
    },
    {
      id: "catalogue.keep-sample",
      label: "Save a sample catalogue of my own",
      icon: "save",
      section,
      run: files.keepSample,
    },
    {
      id: "import",
      label: "Import a spreadsheet",
      icon: "import",
      keys: "Mod+I",
      section,
      run: () => bringIn(),
    },
    {
      id: "import.clipboard",
      label: "Import what is on the clipboard",
      icon: "paste",
      section,
      run: () => pasteIn(),
    },
    {
      id: "catalogue.backup",
      label: "Back up the catalogue",
      icon: "backup",
      section,
      enabled: open,
      run: files.backup,
    },
    {
      id: "catalogue.backups",
      label: "Backups of the catalogue",
      icon: "history",
      section,
      enabled: open,
      run: () => show({ kind: "backups", path, name }),
    },
    {
      id: "catalogue.close",
      label: "Close the catalogue",
      icon: "dismiss",
      section,
      enabled: open,
      run: files.close,
    },
  ];
}

function useEditCommands(): Command[] {
  const { undo, redo, busy, may, runUndo, runRedo } = useSteps();
  const { open } = useCatalogue();
  const { show } = useOverlays();
  const client = useQueryClient();
  const { app, table } = usePlace();
  const model = useModel();
  const go = useGo();
  const key = table?.key ?? firstTable(app);
  const section = "Edit";
  return [
    ...(key && open
      ? [
          {
            id: "record.new",
            writes: true,
            label: `New ${model.table(key).label}`,
            icon: "add",
            keys: "Mod+N",
            section,
            run: () => show({ kind: "create", table: key }),
          },
        ]
      : []),
    ...(key && open && model.table(key).telling?.length
      ? [
          {
            id: "list.duplicates",
            label: `Find duplicates of ${model.table(key).plural}`,
            icon: "copy",
            section,
            run: () => go.duplicates(key),
          },
        ]
      : []),
    {
      id: "undo",
      writes: true,
      label: stepLabel("Undo", undo),
      icon: "undo",
      keys: "Mod+Z",
      section,
      enabled: !!undo || busy,
      now: () => may("Undo"),
      run: runUndo,
    },
    {
      id: "redo",
      writes: true,
      label: stepLabel("Redo", redo),
      icon: "redo",
      keys: "Mod+Y",
      alsoKeys: "Mod+Shift+Z",
      section,
      enabled: !!redo || busy,
      now: () => may("Redo"),
      run: runRedo,
    },
    {
      id: "refresh",
      label: "Read again",
      icon: "refresh",
      keys: "F5",
      section,
      enabled: open,
      run: () => refresh(client),
    },
  ];
}

function usePlaceCommands(): Command[] {
  const go = useGo();
  const { open } = useCatalogue();
  const { show } = useOverlays();
  const section = "Go to";
  return [
    {
      id: "palette",
      label: "Find a record, a list or a command",
      icon: "search",
      keys: "Mod+K",
      alsoKeys: "Mod+F", // lists have a filter of their own for it
      section,
      hidden: true,
      run: () => show({ kind: "palette", text: "" }),
    },
    { id: "go.home", label: "Home", icon: "home", keys: "Alt+Home", section, run: go.home },
    {
      id: "go.history",
      label: "History",
      icon: "history",
      keys: "Mod+H",
      section,
      enabled: open,
      run: go.history,
    },
    {
      id: "go.imports",
      label: "All imports",
      icon: "import",
      section,
      enabled: open,
      run: go.imports,
    },
    {
      id: "go.settings",
      label: "Settings",
      icon: "settings",
      keys: "Mod+,",
      section,
      run: go.settings,
    },
    { id: "go.back", label: "Back", icon: "back", keys: "Alt+ArrowLeft", section, run: go.back },
    {
      id: "pane",
      label: "Next part of the window",
      keys: "F6",
      section,
      hidden: true,
      run: nextPane,
    },
  ];
}

function usePrintCommands(): Command[] {
  const { show } = useOverlays();
  const { table, id } = usePlace();
  const list = useCurrentList();
  const record = table && id && id !== "new" ? { table: table.key, id } : undefined;
  const what = () => record ?? (table && currentList());
  return [
    {
      id: "print",
      label: record ? "Print this record" : "Print this list",
      keys: "Mod+P",
      section: "Print",
      enabled: record !== undefined || (table !== undefined && list !== undefined),
      run: () => {
        const now = what();
        if (now) show({ kind: "print", what: now });
      },
    },
  ];
}

function useAppearanceCommands(): Command[] {
  const [{ theme, density }, change] = usePreferences();
  const [collapsed, setCollapsed] = useLayout("navigation-collapsed", false);
  const section = "Appearance";
  const other = theme === "dark" ? "light" : "dark";
  const tighter = density === "compact" ? "comfortable" : "compact";
  return [
    {
      id: "view.theme",
      label: `Use the ${other} theme`,
      icon: "theme",
      section,
      run: () => change({ theme: other }),
    },
    {
      id: "view.density",
      label: tighter === "compact" ? "Show more rows (compact)" : "Show rows with more air",
      icon: "density",
      section,
      run: () => change({ density: tighter }),
    },
    {
      id: "view.navigation",
      label: collapsed ? "Show the navigation" : "Narrow the navigation",
      icon: collapsed ? "expand" : "collapse",
      keys: "Mod+B",
      section,
      run: () => setCollapsed(!collapsed),
    },
  ];
}

function useHelpCommands(): Command[] {
  const go = useGo();
  const { show } = useOverlays();
  const section = "Help";
  const firstSteps = useShowFirstSteps();
  return [
    { id: "help", label: "Help", icon: "help", keys: "F1", section, run: () => go.help() },
    { id: "help.first", label: "First steps", icon: "help", section, run: firstSteps },
    {
      id: "help.keys",
      label: "Keyboard shortcuts",
      icon: "keyboard",
      keys: "?",
      section,
      run: () => show({ kind: "keys" }),
    },
  ];
}
