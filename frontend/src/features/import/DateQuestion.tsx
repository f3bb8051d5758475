import { Radio, RadioGroup, Text } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type api, Import } from "../../api";
import { bothWays, type DateExample } from "./dates";
import { session } from "./useSession";

interface Props {
  plan: api.Plan;
  options: api.ImportOptions;
}

/** Asks how dates are written when the file does not say; stays, once asked, to be answered otherwise. */
export function DateQuestion({ plan, options }: Props) {
  const example = useExample(plan);
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

/** A date of the file that can be read both ways; kept when the answer has settled it. */
function useExample(plan: api.Plan): DateExample | undefined {
  const [example, setExample] = useState<DateExample>();
  const { data } = useQuery({
    queryKey: ["import", plan.job, "dates"],
    queryFn: () => Import.Problems(plan.job, "ambiguous-date", false, 0, 20),
    enabled: plan.askDayFirst,
  });
  useEffect(() => {
    const found = data?.problems?.map(exampleOf).find((e) => e !== undefined);
    if (found) setExample(found);
  }, [data]);
  return example;
}

function exampleOf({ header, value }: api.Problem): DateExample | undefined {
  const readings = bothWays(value);
  return readings && { header, text: value, ...readings };
}
