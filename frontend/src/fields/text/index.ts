import { filterOf } from "../filter";
import { textOperators } from "../operators";
import { plainCell } from "../parts/cells";
import { LineInput } from "../parts/LineInput";
import type { FieldKind } from "../types";
import { TextInput } from "./TextInput";

/** One line of text. */
export const text: FieldKind = {
  cell: plainCell,
  Input: TextInput,
  Filter: filterOf(textOperators, LineInput),
  operators: textOperators,
  align: "start",
  width: 200,
};
