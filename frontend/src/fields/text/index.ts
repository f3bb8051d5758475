import type { CatalogueModel } from "../../model";
import { filterOf } from "../filter";
import { textOperators } from "../operators";
import { LineInput } from "../parts/LineInput";
import { valueText } from "../shown";
import type { CellProps, FieldKind } from "../types";
import { TextInput } from "./TextInput";

function textCell({ field, text, beside }: CellProps, model: CatalogueModel) {
  return valueText(model, field, text, beside);
}

/** One line of text. */
export const text: FieldKind = {
  cell: textCell,
  Input: TextInput,
  Filter: filterOf(textOperators, LineInput),
  operators: textOperators,
  align: "start",
  width: 200,
};
