import { useQueries } from "@tanstack/react-query";
import { type Field, Records, type schema, type Table } from "../../../api";
import { describeCondition, kindOf } from "../../../fields";
import { keys } from "../../../frame";
import { useModel } from "../../../model";
import { Icon } from "../../../ui";
import { type Conditions, fieldOf } from "./useConditions";

interface Props {
  table: Table;
  filter: schema.Filter;
  conditions: Conditions;
}

/** The conditions that narrow the list, each to be taken away with a click. */
export function Chips({ table, filter, conditions }: Props) {
  const shown = filter.conditions ?? [];
  if (shown.length === 0 && !filter.groups?.length) return null;
  return (
    <ul className="chips" aria-label="Conditions">
      {shown.map((condition) => (
        <Chip
          key={JSON.stringify(condition)}
          table={table}
          condition={condition}
          onRemove={() => conditions.drop(condition)}
        />
      ))}
      {(filter.groups?.length ?? 0) > 0 && (
        <Plain text="Further conditions" onRemove={conditions.clear} />
      )}
    </ul>
  );
}

interface ChipProps {
  table: Table;
  condition: schema.Condition;
  onRemove(): void;
}

function Chip({ table, condition, onRemove }: ChipProps) {
  const field = fieldOf(table, condition.attribute);
  const textOf = useTexts(field, condition.values ?? []);
  const text = field
    ? describeCondition(field, condition, kindOf(field).operators, textOf)
    : condition.attribute;
  return <Plain text={text} onRemove={onRemove} />;
}

function Plain({ text, onRemove }: { text: string; onRemove(): void }) {
  return (
    <li className="chip">
      <span className="ellipsis" title={text}>
        {text}
      </span>
      <button type="button" aria-label={`Remove “${text}”`} onClick={onRemove}>
        <Icon name="dismiss" size={16} />
      </button>
    </li>
  );
}

/** What people see of a condition's values: labels of choices, names of records. */
function useTexts(field: Field | undefined, values: string[]): (value: string) => string {
  const model = useModel();
  const target = field?.kind === "lookup" ? (field.target ?? "") : "";
  const named = useQueries({
    queries: (target ? values : []).map((id) => ({
      queryKey: [...keys.records, target, id],
      queryFn: () => Records.Get(target, id),
    })),
  });
  return (value) => {
    if (field?.choice) return model.option(field.choice, value)?.label ?? value;
    if (!target) return value;
    return named[values.indexOf(value)]?.data?.name ?? "…";
  };
}
