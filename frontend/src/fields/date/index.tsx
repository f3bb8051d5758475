import { filterOf } from "../filter";
import { dateOperators } from "../operators";
import { PlainCell } from "../parts/PlainCell";
import type { FieldKind, InputProps } from "../types";
import { isCivil } from "./civil";
import { DayInput } from "./DayInput";
import { readDate } from "./read";

const asTyped = (day: string) => day;
const read = (words: string) => readDate(words);

export function DateInput(props: InputProps) {
  const day = isCivil(props.value) ? props.value : "";
  return <DayInput {...props} text={day} read={read} day={day} wordsFor={asTyped} />;
}

/** A civil date without a zone. */
export const date: FieldKind = {
  Cell: PlainCell,
  Input: DateInput,
  Filter: filterOf(dateOperators, DateInput),
  operators: dateOperators,
  align: "end",
  width: 112,
};
