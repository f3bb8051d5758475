import { filterOf } from "../filter";
import { textOperators } from "../operators";
import { plainCell } from "../parts/cells";
import { LineInput } from "../parts/LineInput";
import type { FieldKind, InputProps } from "../types";

const PhoneInput = (props: InputProps) => <LineInput {...props} inputMode="tel" figures />;

/** A telephone number, kept as it is written. */
export const phone: FieldKind = {
  cell: plainCell,
  Input: PhoneInput,
  Filter: filterOf(textOperators, LineInput),
  operators: textOperators,
  align: "start",
  width: 150,
};
