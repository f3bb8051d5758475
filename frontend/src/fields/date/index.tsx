import { dayText } from "../../ui/display";
import { filterOf } from "../filter";
import { dateOperators } from "../operators";
import { shownCell } from "../parts/cells";
import type { FieldKind, InputProps } from "../types";
import { isCivil } from "./civil";
import { DayInput } from "./DayInput";
import { readDate } from "./read";

const read = (words: string) => readDate(words);

export function DateInput(props: InputProps) {
  const day = isCivil(props.value) ? props.value : "";
  return <DayInput {...props} text={dayText(day)} read={read} day={day} wordsFor={dayText} />;
}

/** A civil date without a zone. */
export const date: FieldKind = {
  cell: shownCell,
  Input: DateInput,
  Filter: filterOf(dateOperators, DateInput),
  operators: dateOperators,
  align: "end",
  width: 112,
};
