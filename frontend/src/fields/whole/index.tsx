import { filterOf } from "../filter";
import { numberOperators } from "../operators";
import { LineInput } from "../parts/LineInput";
import { PlainCell } from "../parts/PlainCell";
import type { FieldKind, InputProps } from "../types";
import { readWhole } from "./read";

const WholeInput = (props: InputProps) => (
  <LineInput {...props} read={readWhole} inputMode="numeric" figures />
);

/** An integer. */
export const whole: FieldKind = {
  Cell: PlainCell,
  Input: WholeInput,
  Filter: filterOf(numberOperators, WholeInput),
  operators: numberOperators,
  align: "end",
  width: 110,
};
