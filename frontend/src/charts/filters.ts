import type { insight, schema } from "../api";
import { apart, both } from "../model";

/** The records behind one number of a drawing, as a filter that can be narrowed further. */
export function behind(drawing: insight.Drawing, { group, series }: insight.Cell): schema.Filter {
  return apart(both(drawing.groups[group]?.filter ?? {}, drawing.series[series]?.filter ?? {}));
}
