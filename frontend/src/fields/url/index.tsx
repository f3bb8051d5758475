import { filterOf } from "../filter";
import { textOperators } from "../operators";
import { AddressInput } from "../parts/AddressInput";
import { plainCell } from "../parts/cells";
import { LineInput } from "../parts/LineInput";
import type { FieldKind, InputProps } from "../types";
import { webAddress } from "./address";

const UrlInput = (props: InputProps) => (
  <AddressInput {...props} inputMode="url" addressOf={webAddress} action="Open in the browser" />
);

/** A web address. */
export const url: FieldKind = {
  cell: plainCell,
  Input: UrlInput,
  Filter: filterOf(textOperators, LineInput),
  operators: textOperators,
  align: "start",
  width: 220,
};
