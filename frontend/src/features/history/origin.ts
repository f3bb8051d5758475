import type { api } from "../../api";
import { counted, type IconName } from "../../ui";

const icons: Record<string, IconName> = {
  form: "edit",
  grid: "grid",
  paste: "copy",
  import: "import",
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

/** What a change set did, in numbers: "2,133 created, 12 changed". */
export function countsText(set: Pick<api.ChangeSet, "created" | "updated" | "deleted">): string {
  const parts = [
    [set.created, "created"],
    [set.updated, "changed"],
    [set.deleted, "deleted"],
  ] as const;
  return parts
    .filter(([n]) => n > 0)
    .map(([n, word], i) => (i === 0 ? `${counted(n, "record")} ${word}` : `${n} ${word}`))
    .join(", ");
}
