import { Select } from "@fluentui/react-components";
import type { ComponentType, FC } from "react";
import { operatorOf } from "../operators";
import type { FilterProps, InputProps, Operator } from "../types";
import { Operand } from "./Operand";

/** Edits the values of a condition that compares with any of several. */
export type ValuesInput = ComponentType<FilterProps>;

/** The filter of a kind: its operators, the input for what they compare with, and one for several values. */
export function filterOf(
  operators: Operator[],
  Input: ComponentType<InputProps>,
  Values?: ValuesInput,
): FC<FilterProps> {
  return function Filter(props: FilterProps) {
    const { field, condition, onChange } = props;
    const operator = operatorOf(operators, condition.operator);
    const choose = (key: string) => {
      const next = operatorOf(operators, key);
      const values = next.takes === operator.takes ? condition.values : [];
      onChange({ ...condition, operator: key, values });
    };
    return (
      <div className="stack">
        <Select
          aria-label={`How to compare ${field.label}`}
          value={operator.key}
          onChange={(_, { value }) => choose(value)}
        >
          {operators.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </Select>
        <Operand
          {...props}
          condition={{ ...condition, operator: operator.key }}
          takes={operator.takes}
          Input={Input}
          Values={Values}
        />
      </div>
    );
  };
}
