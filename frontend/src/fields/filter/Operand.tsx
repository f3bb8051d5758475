import { type ComponentType, useId } from "react";
import { LineInput } from "../parts/LineInput";
import type { FilterProps, InputProps, Operator } from "../types";
import { readWhole } from "../whole/read";
import type { ValuesInput } from "./index";

interface OperandProps extends FilterProps {
  takes: Operator["takes"];
  Input: ComponentType<InputProps>;
  Values?: ValuesInput;
}

/** What a condition compares with. */
export function Operand({ takes, Input, Values, ...props }: OperandProps) {
  switch (takes) {
    case "nothing":
      return null;
    case "values":
      return Values ? <Values {...props} /> : null;
    case "range":
      return (
        <>
          <Value {...props} at={0} Input={Input} name="from" />
          <Value {...props} at={1} Input={Input} name="to" />
        </>
      );
    case "days":
      return <Value {...props} at={0} Input={DaysInput} name="days" />;
    default:
      return <Value {...props} at={0} Input={Input} name="value" />;
  }
}

const DaysInput = (props: InputProps) => (
  <LineInput {...props} read={readWhole} inputMode="numeric" figures placeholder="Days" />
);

interface ValueProps extends FilterProps {
  /** Which of the condition's values. */
  at: number;
  Input: ComponentType<InputProps>;
  name: string;
}

function Value({ field, condition, onChange, at, Input, name }: ValueProps) {
  const id = useId();
  const value = condition.values?.[at] ?? "";
  const asked = { ...field, label: `${field.label}: ${name}`, required: false, maxLength: 0 };
  function change(next: unknown) {
    const values = [...(condition.values ?? [])];
    values[at] = next === null || next === undefined ? "" : String(next);
    onChange({ ...condition, values: Array.from(values, (each) => each ?? "") });
  }
  return <Input id={id} field={asked} value={value} text={value} onChange={change} />;
}
