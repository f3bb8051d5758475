import { filterOf } from "../filter";
import { textOperators } from "../operators";
import { plainCell } from "../parts/cells";
import { LineInput } from "../parts/LineInput";
import type { FieldKind } from "../types";

/** One line of text. */
export const text: FieldKind = {
  cell: plainCell,
  Input: LineInput,
  Filter: filterOf(textOperators, LineInput),
  operators: textOperators,
  align: "start",
  width: 200,
};
