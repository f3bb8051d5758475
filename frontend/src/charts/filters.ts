import type { insight, schema } from "../api";

/** A filter that holds where both do, as flat as it can be. */
export function both(a: schema.Filter, b: schema.Filter): schema.Filter {
  const parts = [a, b].filter((f) => f.conditions?.length || f.groups?.length);
  const [only] = parts;
  if (!only) return {};
  if (parts.length === 1 && !only.any) return only;
  const alike = parts.map((f) => (f.any ? { groups: [f] } : f)) as schema.Filter[];
  const conditions = alike.flatMap((f) => f.conditions ?? []);
  const groups = alike.flatMap((f) => f.groups ?? []);
  return { ...(conditions.length && { conditions }), ...(groups.length && { groups }) };
}

/** The records behind one number of a drawing. */
export function behind(drawing: insight.Drawing, { group, series }: insight.Cell): schema.Filter {
  return both(drawing.groups[group]?.filter ?? {}, drawing.series[series]?.filter ?? {});
}
