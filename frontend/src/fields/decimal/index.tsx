import { filterOf } from "../filter";
import { numberOperators } from "../operators";
import { LineInput } from "../parts/LineInput";
import { ShownCell } from "../parts/ShownCell";
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
  Cell: ShownCell,
  Input: DecimalInput,
  Filter: filterOf(numberOperators, DecimalInput),
  operators: numberOperators,
  align: "end",
  width: 120,
};
