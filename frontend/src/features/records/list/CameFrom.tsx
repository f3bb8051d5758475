import { Select } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { type api, type Field, History } from "../../../api";
import type { FilterProps, Operator } from "../../../fields";
import { keys } from "../../../frame";
import { moment } from "../../../ui";
import type { ConditionField } from "./conditionField";

/** The path of a condition that no one field meets: any may have come from the import. */
export const anyField = "";

const operators: Operator[] = [{ key: "came-from", label: "came from", takes: "value" }];

/** Where records came from. No field holds it: it can only be asked for. */
export const cameFrom: ConditionField = {
  field: { key: anyField, label: "Any value", kind: "import" } as Field,
  kind: { operators, Filter: ImportFilter },
};

/** So many imports are offered; older ones are reached from the history. */
const most = 500;

function ImportFilter({ condition, onChange }: FilterProps) {
  const { data } = useQuery({
    queryKey: [...keys.history, "imports", "newest"],
    queryFn: () => History.Imports(0, most),
  });
  const value = condition.values?.[0] ?? "";
  const sets = data?.sets ?? [];
  const listed = sets.some(({ seq }) => String(seq) === value);
  return (
    <Select
      aria-label="The import that it came from"
      value={value}
      onChange={(_, chosen) =>
        onChange({
          ...condition,
          operator: "came-from",
          values: chosen.value ? [chosen.value] : [],
        })
      }
    >
      <option value="">
        {data && sets.length === 0 ? "Nothing was imported yet" : "Choose an import …"}
      </option>
      {value && !listed && <option value={value}>Change {value}</option>}
      {sets.map((set) => (
        <option key={set.seq} value={set.seq}>
          {importName(set)}
        </option>
      ))}
    </Select>
  );
}

/** What an import is called where it is chosen: "inventory.xlsx, 2026-03-03 14:05". */
export function importName({ files, summary, time }: api.ChangeSet): string {
  return `${files.join(", ") || summary}, ${moment(time)}`;
}
