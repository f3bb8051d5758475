import { Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useModel } from "../../model";
import type { FilterProps } from "../types";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    maxHeight: "280px",
    overflowY: "auto",
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})`,
  },
});

/** The choices of a field, each to be ticked. */
export function ChoiceValues({ field, condition, onChange }: FilterProps) {
  const { options } = useModel().choices(field.choice ?? "");
  const styles = useStyles();
  const values = condition.values ?? [];
  const tick = (code: string, on: boolean) =>
    onChange({
      ...condition,
      values: on ? [...values, code] : values.filter((each) => each !== code),
    });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll in every browser
    <div role="group" aria-label={field.label} className={styles.list}>
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
