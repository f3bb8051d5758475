import { useCallback } from "react";
import { type api, Records, type schema, type Table } from "../../api";
import { counted, jobEnd, useNotify, useTakeBack } from "../../ui";
import { liesThere, type TreeNode } from "./nodes";

/** Puts records below another; below none where there is no other. It is one change, however many they are. */
export function useMove(
  parent: schema.Field,
  table: Table,
  top: { id: string; name: string } | undefined,
) {
  const notify = useNotify();
  const takeBack = useTakeBack();
  return useCallback(
    async (nodes: readonly TreeNode[], to: TreeNode | undefined): Promise<void> => {
      const moved = nodes.filter((node) => !liesThere(node, to)).map(({ row }) => row);
      if (moved.length === 0) return notify({ intent: "info", text: "It lies there already" });
      const target = to?.row ?? top;
      const done = await save(table.key, moved, { [parent.key]: target?.id ?? null });
      const [only] = moved.length === 1 ? moved : [];
      const what = only ? `“${only.name}”` : counted(moved.length, table.label, table.plural);
      notify({
        intent: "success",
        text: target ? `${what} moved below “${target.name}”` : `${what} moved to the top`,
        action: takeBack(done.seq),
      });
    },
    [parent, table, top, notify, takeBack],
  );
}

async function save(table: string, rows: api.Row[], values: Record<string, unknown>) {
  const [row, ...others] = rows;
  if (row && others.length === 0)
    return Records.Save({ table, id: row.id, version: row.version, values, complete: false });
  const selection = { table, ids: rows.map(({ id }) => id), except: [] };
  const { made } = await jobEnd((await Records.Begin({ kind: "set", selection, values })).id);
  return made ?? { seq: 0 };
}

export type Move = ReturnType<typeof useMove>;
