// Filters put together, wherever they come from.
import type { schema } from "../api";

export const noFilter: schema.Filter = {};

export function isEmpty(filter: schema.Filter | undefined): boolean {
  return !filter?.conditions?.length && !filter?.groups?.length;
}

/** A filter where it narrows anything, for an address or a question. */
export function narrowing(filter: schema.Filter): schema.Filter | undefined {
  return isEmpty(filter) ? undefined : filter;
}

/** What still holds a value that a change set gave it. */
export function cameFromChange(seq: number): schema.Filter {
  return { conditions: [{ attribute: "", operator: "came-from", values: [String(seq)] }] };
}

/** The filter that holds when both hold. */
export function both(a: schema.Filter, b: schema.Filter): schema.Filter {
  if (isEmpty(a)) return b;
  if (isEmpty(b)) return a;
  const [first, second] = [apart(a), apart(b)];
  return tidy({
    conditions: [...(first.conditions ?? []), ...(second.conditions ?? [])],
    groups: [...(first.groups ?? []), ...(second.groups ?? [])],
  });
}

/** The same filter, to which a further condition can be added: alternatives and exceptions stand in a group of their own. */
export function apart(filter: schema.Filter): schema.Filter {
  return filter.any || filter.not ? { groups: [filter] } : filter;
}

/** The filter without conditions on one field. */
export function withoutField(filter: schema.Filter, attribute: string): schema.Filter {
  const groups = filter.groups?.map((group) => withoutField(group, attribute));
  return tidy({
    ...filter,
    conditions: filter.conditions?.filter((condition) => condition.attribute !== attribute),
    groups: groups?.filter((group) => !isEmpty(group)),
  });
}

/** The filter without what says nothing, so that equal filters read the same. */
export function tidy({ any, not, conditions, groups }: schema.Filter): schema.Filter {
  return {
    ...(any && { any }),
    ...(not && { not }),
    ...(conditions?.length && { conditions }),
    ...(groups?.length && { groups }),
  };
}
