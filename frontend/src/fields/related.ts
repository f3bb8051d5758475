import { filterOf } from "./filter";
import { op } from "./operators";
import type { FieldKind } from "./types";

const operators = [op("null", "is missing", "nothing"), op("not-null", "is there", "nothing")];

/** Records that link to the one asked about. No field holds them: they can only be asked for. */
export const relatedKind: Pick<FieldKind, "Filter" | "operators"> = {
  operators,
  Filter: filterOf(operators, () => null),
};
