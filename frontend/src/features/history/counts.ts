import type { api } from "../../api";
import { counted } from "../../ui";

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
