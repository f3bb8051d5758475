import { filterOf } from "../filter";
import { textOperators } from "../operators";
import { AddressInput } from "../parts/AddressInput";
import { plainCell } from "../parts/cells";
import { LineInput } from "../parts/LineInput";
import type { FieldKind, InputProps } from "../types";

const mailAddress = (value: string) =>
  /^[^\s@,;<>]+@[^\s@,;<>]+$/.test(value.trim()) ? `mailto:${value.trim()}` : "";

const EmailInput = (props: InputProps) => (
  <AddressInput {...props} inputMode="email" addressOf={mailAddress} action="Write a mail" />
);

/** A mail address. */
export const email: FieldKind = {
  cell: plainCell,
  Input: EmailInput,
  Filter: filterOf(textOperators, LineInput),
  operators: textOperators,
  align: "start",
  width: 220,
};
