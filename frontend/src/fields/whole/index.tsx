import { filterOf } from "../filter";
import { numberOperators } from "../operators";
import { shownCell } from "../parts/cells";
import { LineInput } from "../parts/LineInput";
import { shownText } from "../shown";
import type { FieldKind, InputProps } from "../types";
import { readWhole } from "./read";

const WholeInput = (props: InputProps) => (
  <LineInput
    {...props}
    text={shownText("whole", props.text)}
    read={readWhole}
    inputMode="numeric"
    figures
  />
);

/** An integer. */
export const whole: FieldKind = {
  cell: shownCell,
  Input: WholeInput,
  Filter: filterOf(numberOperators, WholeInput),
  operators: numberOperators,
  align: "end",
  width: 110,
};
