import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { schema, Table } from "../../../api";
import { useModel } from "../../../model";
import { conditionField, isComplete, newCondition } from "./conditionField";
import {
  type DraftGroup,
  draftOf,
  emptyGroup,
  filterOf,
  type Match,
  matching,
  nextId,
  withGroup,
  without,
} from "./filterTree";

/** A filter as it is being edited. What is complete acts at once; the rest waits in the panel. */
export function useDraft(
  table: Table,
  filter: schema.Filter,
  setFilter: (filter: schema.Filter) => void,
) {
  const model = useModel();
  const [root, setRoot] = useState(() => draftOf(filter));
  const now = useRef(root);
  now.current = root;
  const sent = useRef(filter);

  // A filter that comes from elsewhere, by going back for instance, stands in the panel as well.
  useEffect(() => {
    if (JSON.stringify(filter) === JSON.stringify(sent.current)) return;
    sent.current = filter;
    setRoot(draftOf(filter));
  }, [filter]);

  const apply = useCallback(
    (next: DraftGroup) => {
      now.current = next;
      setRoot(next);
      const complete = (c: schema.Condition) =>
        isComplete(conditionField(model, table, c.attribute), c);
      const made = filterOf(next, complete);
      if (JSON.stringify(made) === JSON.stringify(sent.current)) return;
      sent.current = made;
      setFilter(made);
    },
    [model, table, setFilter],
  );

  return useMemo(() => {
    const inGroup = (id: number, change: (group: DraftGroup) => DraftGroup) =>
      apply(withGroup(now.current, id, change));
    return {
      root,
      /** Begins a condition on what a path leads to, in a group. */
      begin(path: string, group = now.current.id) {
        const on = conditionField(model, table, path);
        if (!on) return;
        const draft = { id: nextId(), condition: newCondition(on), isNew: true };
        inGroup(group, (g) => ({ ...g, drafts: [...g.drafts, draft] }));
      },
      change: (group: number, id: number, condition: schema.Condition) =>
        inGroup(group, (g) => ({
          ...g,
          drafts: g.drafts.map((draft) => (draft.id === id ? { id, condition } : draft)),
        })),
      addGroup: (group: number) =>
        inGroup(group, (g) => ({ ...g, groups: [...g.groups, { ...emptyGroup(), any: !g.any }] })),
      setMatch: (group: number, match: Match) =>
        inGroup(group, (g) => ({ ...g, ...matching(match) })),
      remove: (id: number) => apply(without(now.current, id)),
      clear: () => apply(emptyGroup()),
    };
  }, [root, apply, model, table]);
}

export type FilterDraft = ReturnType<typeof useDraft>;
