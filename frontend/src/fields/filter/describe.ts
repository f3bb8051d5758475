import type { Field, schema } from "../../api";
import { operatorOf } from "../operators";
import type { Operator } from "../types";

/**
 * A condition in words: "Next Review Date is in the next 30 days".
 * `textOf` gives what people see of a stored value.
 */
export function describeCondition(
  field: Field,
  condition: schema.Condition,
  operators: Operator[],
  textOf: (value: string) => string,
): string {
  const { label, takes } = operatorOf(operators, condition.operator);
  const texts = (condition.values ?? []).map(textOf);
  return `${field.label} ${words(label, takes, texts)}`;
}

function words(label: string, takes: Operator["takes"], texts: string[]): string {
  switch (takes) {
    case "nothing":
      return label;
    case "days":
      return label.replace("…", texts[0] || "0");
    case "range":
      return `${label} ${texts[0] || "…"} and ${texts[1] || "…"}`;
    default:
      return `${label} ${texts.join(", ") || "…"}`;
  }
}
