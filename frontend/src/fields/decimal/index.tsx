import { filterOf } from "../filter";
import { numberOperators } from "../operators";
import { shownCell } from "../parts/cells";
import { LineInput } from "../parts/LineInput";
import { shownText } from "../shown";
import type { FieldKind, InputProps } from "../types";
import { readDecimal } from "./read";

const DecimalInput = (props: InputProps) => (
  <LineInput
    {...props}
    text={shownText("decimal", props.text)}
    read={readDecimal}
    inputMode="decimal"
    figures
  />
);

/** A number with decimals. */
export const decimal: FieldKind = {
  cell: shownCell,
  Input: DecimalInput,
  Filter: filterOf(numberOperators, DecimalInput),
  operators: numberOperators,
  align: "end",
  width: 120,
};
