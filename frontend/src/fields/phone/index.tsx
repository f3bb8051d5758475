import { filterOf } from "../filter";
import { textOperators } from "../operators";
import { LineInput } from "../parts/LineInput";
import { PlainCell } from "../parts/PlainCell";
import type { FieldKind, InputProps } from "../types";

const PhoneInput = (props: InputProps) => <LineInput {...props} inputMode="tel" figures />;

/** A telephone number, kept as it is written. */
export const phone: FieldKind = {
  Cell: PlainCell,
  Input: PhoneInput,
  Filter: filterOf(textOperators, LineInput),
  operators: textOperators,
  align: "start",
  width: 150,
};
