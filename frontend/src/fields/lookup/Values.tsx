import { Button } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useQuery } from "@tanstack/react-query";
import { type FC, useId } from "react";
import { Records } from "../../api";
import { keys } from "../../frame/queries";
import type { FilterProps, InputProps } from "../types";

/** The records that a lookup is compared with, and an input that adds one more. */
export function lookupValues(Input: FC<InputProps>): FC<FilterProps> {
  return function LookupValues({ field, condition, onChange }: FilterProps) {
    const id = useId();
    const values = condition.values ?? [];
    const set = (next: string[]) => onChange({ ...condition, values: next });
    const adder = { ...field, label: `Add to ${field.label}`, required: false };
    return (
      <div className="stack">
        {values.map((each) => (
          <div key={each} className="row spread">
            <RecordName table={field.target ?? ""} id={each} />
            <Button
              size="small"
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label="Take out"
              onClick={() => set(values.filter((other) => other !== each))}
            />
          </div>
        ))}
        <Input
          key={values.length}
          id={id}
          field={adder}
          value={null}
          text=""
          placeholder="Add…"
          onChange={(next) => {
            if (typeof next === "string" && !values.includes(next)) set([...values, next]);
          }}
        />
      </div>
    );
  };
}

function RecordName({ table, id }: { table: string; id: string }) {
  const { data } = useQuery({
    queryKey: [...keys.records, table, id],
    queryFn: () => Records.Get(table, id),
  });
  return <span>{data?.name ?? "…"}</span>;
}
