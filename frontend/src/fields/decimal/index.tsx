import { filterOf } from "../filter";
import { numberOperators } from "../operators";
import { LineInput } from "../parts/LineInput";
import { PlainCell } from "../parts/PlainCell";
import type { FieldKind, InputProps } from "../types";
import { readDecimal } from "./read";

const DecimalInput = (props: InputProps) => (
  <LineInput {...props} read={readDecimal} inputMode="decimal" figures />
);

/** A number with decimals. */
export const decimal: FieldKind = {
  Cell: PlainCell,
  Input: DecimalInput,
  Filter: filterOf(numberOperators, DecimalInput),
  operators: numberOperators,
  align: "end",
  width: 120,
};
