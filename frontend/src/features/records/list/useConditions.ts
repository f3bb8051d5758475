import { useCallback, useEffect, useRef, useState } from "react";
import type { Field, schema, Table } from "../../../api";
import { kindOf, operatorOf } from "../../../fields";

/** A condition as it stands in the panel, complete or not. */
export interface Draft {
  id: number;
  condition: schema.Condition;
  /** It has just been added: the focus goes there. */
  isNew?: boolean;
}

let lastId = 0;

const draftOf = (condition: schema.Condition): Draft => ({ id: ++lastId, condition });

/** The conditions on fields that narrow a list. What is complete acts at once; the rest waits in the panel. */
export function useConditions(
  table: Table,
  filter: schema.Filter,
  setFilter: (filter: schema.Filter) => void,
) {
  const [open, setOpen] = useState(false);
  const [drafts, setDrafts] = useState(() => (filter.conditions ?? []).map(draftOf));
  const sent = useRef(filter);

  // A filter that comes from elsewhere, by going back for instance, stands in the panel as well.
  useEffect(() => {
    if (JSON.stringify(filter) === JSON.stringify(sent.current)) return;
    sent.current = filter;
    setDrafts((filter.conditions ?? []).map(draftOf));
  }, [filter]);

  const apply = useCallback(
    (next: Draft[]) => {
      setDrafts(next);
      const complete = next.flatMap(({ condition }) =>
        isComplete(table, condition) ? condition : [],
      );
      const { groups } = sent.current;
      sent.current = {
        ...(groups && { groups }),
        ...(complete.length && { conditions: complete }),
      };
      setFilter(sent.current);
    },
    [table, setFilter],
  );
  const begin = useCallback(
    (key: string) => {
      const field = fieldOf(table, key);
      if (!field) return;
      setOpen(true);
      apply([...drafts, { ...draftOf(newCondition(field)), isNew: true }]);
    },
    [table, drafts, apply],
  );
  return {
    ...{ open, drafts, begin },
    toggle: () => setOpen(!open),
    close: () => setOpen(false),
    change: (id: number, condition: schema.Condition) =>
      apply(drafts.map((draft) => (draft.id === id ? { id, condition } : draft))),
    remove: (id: number) => apply(drafts.filter((draft) => draft.id !== id)),
    /** Takes away what the chip at a place stands for. */
    drop: (condition: schema.Condition) => {
      const key = JSON.stringify(condition);
      apply(drafts.filter((draft) => JSON.stringify(draft.condition) !== key));
    },
    clear: () => {
      sent.current = {};
      apply([]);
    },
  };
}

export type Conditions = ReturnType<typeof useConditions>;

export function fieldOf(table: Table, key: string): Field | undefined {
  return table.fields.find((field) => field.key === key);
}

function newCondition(field: Field): schema.Condition {
  const [first] = kindOf(field).operators;
  return { attribute: field.key, operator: first?.key ?? "", values: [] };
}

/** True when the condition has everything that its operator compares with. */
export function isComplete(table: Table, { attribute, operator, values = [] }: schema.Condition) {
  const field = fieldOf(table, attribute);
  if (!field) return true;
  const filled = values.filter((value) => value !== "").length;
  switch (operatorOf(kindOf(field).operators, operator).takes) {
    case "nothing":
      return true;
    case "range":
      return filled === 2;
    default:
      return filled > 0;
  }
}
