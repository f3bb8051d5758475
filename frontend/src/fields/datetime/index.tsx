import { dayText } from "../../ui/display";
import { DateInput } from "../date";
import { DayInput } from "../date/DayInput";
import { filterOf } from "../filter";
import { dateOperators } from "../operators";
import type { CellProps, FieldKind, InputProps } from "../types";
import { localDay, localText, localTime, readMoment } from "./moment";

const read = (words: string) => readMoment(words);

const momentCell = ({ value, text }: CellProps) => localText(value) || text;

function MomentInput(props: InputProps) {
  const text = localText(props.value);
  return (
    <DayInput
      {...props}
      text={text}
      read={read}
      day={localDay(props.value)}
      wordsFor={(day) => `${dayText(day)} ${localTime(props.value)}`}
    />
  );
}

/** A moment: stored in UTC, shown where the person is. */
export const datetime: FieldKind = {
  cell: momentCell,
  Input: MomentInput,
  Filter: filterOf(dateOperators, DateInput),
  operators: dateOperators,
  align: "end",
  width: 148,
};
