import { useQueries } from "@tanstack/react-query";
import { type Field, History, Records, type schema, type Table } from "../../../api";
import { describeCondition, valueText } from "../../../fields";
import { keys } from "../../../frame";
import { isEmpty, useModel } from "../../../model";
import { Cut, counted, Icon } from "../../../ui";
import { cameFrom, importName } from "./CameFrom";
import { conditionField } from "./conditionField";
import { countOf, matchOf } from "./filterTree";
import type { FilterDraft } from "./useDraft";

interface Props {
  table: Table;
  draft: FilterDraft;
  filter: schema.Filter;
}

/** The conditions that narrow the list, each to be taken away with a click. */
export function Chips({ table, filter, draft }: Props) {
  if (isEmpty(filter)) return null;
  const acts = new Set(filter.conditions?.map((condition) => JSON.stringify(condition)));
  const shown = draft.root.drafts.filter(({ condition }) => acts.has(JSON.stringify(condition)));
  const { groups } = draft.root;
  const separate = !filter.any && !filter.not;
  return (
    <ul className="chips" aria-label="Conditions">
      {separate &&
        shown.map(({ id, condition }) => (
          <Chip key={id} table={table} condition={condition} onRemove={() => draft.remove(id)} />
        ))}
      {separate &&
        groups.map((group) => (
          <Plain
            key={group.id}
            text={`${matchOf(group)} of ${counted(countOf(group), "condition")}`}
            onRemove={() => draft.remove(group.id)}
          />
        ))}
      {!separate && (
        <Plain
          text={`${matchOf(filter)} of ${counted(countOf(draft.root), "condition")}`}
          onRemove={draft.clear}
        />
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
  const on = conditionField(useModel(), table, condition.attribute);
  const textOf = useTexts(on?.field, condition.values ?? []);
  const text = on
    ? describeCondition(on.field, condition, on.kind.operators, textOf)
    : condition.attribute;
  return <Plain text={text} onRemove={onRemove} />;
}

function Plain({ text, onRemove }: { text: string; onRemove(): void }) {
  return (
    <li className="chip">
      <Cut className="ellipsis">{text}</Cut>
      <button type="button" aria-label={`Remove “${text}”`} onClick={onRemove}>
        <Icon name="dismiss" size={16} />
      </button>
    </li>
  );
}

/** What people see of a condition's values: labels of choices, names of records and of imports. */
function useTexts(field: Field | undefined, values: string[]): (value: string) => string {
  const model = useModel();
  const target = field?.kind === "lookup" ? (field.target ?? "") : "";
  const named = useQueries({
    queries: (target ? values : []).map((id) => ({
      queryKey: [...keys.records, target, id],
      queryFn: () => Records.Get(target, id),
    })),
  });
  const imports = useQueries({
    queries: (field === cameFrom.field ? values : []).map((seq) => ({
      queryKey: [...keys.history, "set", Number(seq)],
      queryFn: () => History.Set(Number(seq)),
    })),
  });
  return (value) => {
    const from = imports[values.indexOf(value)]?.data;
    if (field === cameFrom.field) return from ? importName(from) : "…";
    if (field?.choice) return model.option(field.choice, value)?.label ?? value;
    if (!target) return valueText(model, field, value);
    return named[values.indexOf(value)]?.data?.name ?? "…";
  };
}
