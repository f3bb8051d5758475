import type { IconName } from "./icons";

const icons: Record<string, IconName> = {
  form: "edit",
  grid: "grid",
  paste: "copy",
  import: "import",
  queue: "check",
  command: "code",
  undo: "undo",
  sample: "database",
  migration: "sync",
};

const words: Record<string, string> = {
  form: "in a form",
  grid: "in a list",
  paste: "by pasting",
  import: "by an import",
  queue: "from the waiting values",
  command: "by a command",
  undo: "by undo or redo",
  sample: "as sample data",
  migration: "by a newer version of Cadastre",
};

/** The picture of where a change came from. */
export function originIcon(origin: string): IconName {
  return icons[origin] ?? "edit";
}

/** Where a change came from, to follow "made": "in a form". */
export function originText(origin: string): string {
  return words[origin] ?? "";
}
