import { Radio, RadioGroup, Text } from "@fluentui/react-components";
import type { api } from "../../api";
import { dateExample } from "./dates";
import { useNames } from "./names";
import { session } from "./useSession";

interface Props {
  plan: api.Plan;
  options: api.ImportOptions;
}

/** Asks how dates are written when the file does not say; stays, once asked, to be answered otherwise. */
export function DateQuestion({ plan, options }: Props) {
  const example = dateExample(plan, useNames());
  if (!plan.askDayFirst && !options.dayFirst) return null;
  return (
    <div className="import-question">
      <Text weight="semibold" id="import-dates">
        {example
          ? `Which date is “${example.text}” in “${example.header}”?`
          : "How are the dates in this file written?"}
      </Text>
      <RadioGroup
        layout="horizontal"
        aria-labelledby="import-dates"
        value={options.dayFirst}
        onChange={(_, { value }) => session.correct({ ...options, dayFirst: value })}
      >
        <Radio value="dmy" label={example ? `${example.dayFirst} (day first)` : "Day first"} />
        <Radio
          value="mdy"
          label={example ? `${example.monthFirst} (month first)` : "Month first"}
        />
      </RadioGroup>
    </div>
  );
}
