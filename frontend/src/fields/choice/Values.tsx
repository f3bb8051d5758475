import { Checkbox } from "@fluentui/react-components";
import { useModel } from "../../model";
import type { FilterProps } from "../types";

/** The choices of a field, each to be ticked. */
export function ChoiceValues({ field, condition, onChange }: FilterProps) {
  const { options } = useModel().choices(field.choice ?? "");
  const values = condition.values ?? [];
  const tick = (code: string, on: boolean) =>
    onChange({
      ...condition,
      values: on ? [...values, code] : values.filter((each) => each !== code),
    });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll in every browser
    <div role="group" aria-label={field.label} className="filter-values">
      {options.map(({ code, label }) => (
        <Checkbox
          key={code}
          label={label}
          checked={values.includes(String(code))}
          onChange={(_, { checked }) => tick(String(code), Boolean(checked))}
        />
      ))}
    </div>
  );
}
