import { useCallback } from "react";
import { History, Records, type schema } from "../../api";
import { useFail, useNotify } from "../../ui";
import type { TreeNode } from "./nodes";

/** Puts a record below another; below none where there is no other. */
export function useMove(
  parent: schema.Field,
  table: string,
  top: { id: string; name: string } | undefined,
) {
  const notify = useNotify();
  const fail = useFail();
  return useCallback(
    async (node: TreeNode, to: TreeNode | undefined): Promise<void> => {
      const { id, name, version } = node.row;
      const target = to?.row ?? top;
      const values = { [parent.key]: target?.id ?? null };
      const done = await Records.Save({ table, id, version, values, complete: false });
      notify({
        intent: "success",
        text: target ? `“${name}” moved below “${target.name}”` : `“${name}” moved to the top`,
        action: { label: "Undo", run: () => void History.Undo(done.seq).catch(fail) },
      });
    },
    [parent, table, top, notify, fail],
  );
}

export type Move = ReturnType<typeof useMove>;
