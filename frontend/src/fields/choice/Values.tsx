import { Checkbox } from "@fluentui/react-components";
import { useModel } from "../../model";
import { count } from "../../ui/format";
import type { FilterProps } from "../types";

/** A choice and how many records have it; the number has its room before it is known. */
function Choice({ label, n }: { label: string; n: number | undefined }) {
  return (
    <span className="filter-choice-label">
      {label}
      <span className="quiet tabular">{n !== undefined && count(n)}</span>
    </span>
  );
}

/** The choices of a field, each to be ticked. */
export function ChoiceValues({ field, condition, counts, onChange }: FilterProps) {
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
          className="filter-choice"
          label={<Choice label={label} n={counts && (counts[code] ?? 0)} />}
          checked={values.includes(String(code))}
          onChange={(_, { checked }) => tick(String(code), Boolean(checked))}
        />
      ))}
    </div>
  );
}
