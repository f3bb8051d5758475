import { filterOf } from "../filter";
import { textOperators } from "../operators";
import { LineInput } from "../parts/LineInput";
import { PlainCell } from "../parts/PlainCell";
import type { FieldKind } from "../types";

/** One line of text. */
export const text: FieldKind = {
  Cell: PlainCell,
  Input: LineInput,
  Filter: filterOf(textOperators, LineInput),
  operators: textOperators,
  align: "start",
  width: 200,
};
