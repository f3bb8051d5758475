import { DateInput } from "../date";
import { DayInput } from "../date/DayInput";
import { filterOf } from "../filter";
import { dateOperators } from "../operators";
import type { CellProps, FieldKind, InputProps } from "../types";
import { localDay, localText, readMoment } from "./moment";

const read = (words: string) => readMoment(words);

function MomentCell({ value, text }: CellProps) {
  return <>{localText(value) || text}</>;
}

function MomentInput(props: InputProps) {
  const text = localText(props.value);
  const time = text.slice(11) || "00:00";
  return (
    <DayInput
      {...props}
      text={text}
      read={read}
      day={localDay(props.value)}
      wordsFor={(day) => `${day} ${time}`}
    />
  );
}

/** A moment: stored in UTC, shown where the person is. */
export const datetime: FieldKind = {
  Cell: MomentCell,
  Input: MomentInput,
  Filter: filterOf(dateOperators, DateInput),
  operators: dateOperators,
  align: "end",
  width: 148,
};
