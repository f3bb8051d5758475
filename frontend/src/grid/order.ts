import type { schema } from "../api";

/** The order in which rows of a group stand together: by what they are grouped by, then as asked. */
export function groupedOrder(
  group: schema.GroupBy | undefined,
  order: schema.Order[],
): schema.Order[] {
  if (!group) return order;
  const { attribute } = group;
  const own = order.find((o) => o.attribute === attribute) ?? { attribute, descending: false };
  return [own, ...order.filter((o) => o.attribute !== attribute)];
}

// Places of columns. The first names the record: it stays first.

/** The list with one entry moved by so many places. */
export function moved(list: string[], key: string, by: number): string[] {
  const at = list.indexOf(key);
  const to = Math.max(1, Math.min(at + by, list.length - 1));
  if (at <= 0 || to === at) return list;
  const rest = list.filter((other) => other !== key);
  return [...rest.slice(0, to), key, ...rest.slice(to)];
}

/** The list with one entry moved before another, or to the end. */
export function movedBefore(list: string[], key: string, before: string | undefined): string[] {
  if (key === before) return list;
  const rest = list.filter((other) => other !== key);
  const to = before === undefined ? rest.length : rest.indexOf(before);
  return [...rest.slice(0, to), key, ...rest.slice(to)];
}
