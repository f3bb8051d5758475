import type { CatalogueModel } from "../../model";
import { filterOf } from "../filter";
import { textOperators } from "../operators";
import { LineInput } from "../parts/LineInput";
import type { CellProps, FieldKind } from "../types";
import { nameOf } from "./names";
import { TextInput } from "./TextInput";

function textCell({ field, text, beside }: CellProps, model: CatalogueModel) {
  return field.names ? nameOf(model, field.names, text, beside) : text;
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
