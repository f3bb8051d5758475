import { Button, Select } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { Table } from "../../../api";
import { useModel } from "../../../model";
import { Icon } from "../../../ui";
import { conditionField } from "./conditionField";
import { FieldPicker } from "./FieldPicker";
import {
  type Draft,
  type DraftGroup,
  type Match as MatchWord,
  matches,
  matchOf,
} from "./filterTree";
import type { FilterDraft } from "./useDraft";
import { type Faceted, useFacet } from "./useFacet";

interface Props {
  table: Table;
  draft: FilterDraft;
  group: DraftGroup;
  depth: number;
  /** The list in which choices are counted. */
  counted: Faceted;
}

/** How deep groups may stand in each other: deeper ones nobody reads. */
const deepest = 3;

/** Conditions of which all must hold, or any; groups of them stand inside. */
export function FilterGroup({ table, draft, group, depth, counted }: Props) {
  const size = group.drafts.length + group.groups.length;
  return (
    <div className={depth > 0 ? "filter-group filter-inner" : "filter-group"}>
      {(size > 1 || depth > 0) && <Match draft={draft} group={group} depth={depth} />}
      {group.drafts.map((each) => (
        <Condition key={each.id} {...{ table, draft, group, each, counted }} />
      ))}
      {group.groups.map((inner) => (
        <FilterGroup
          key={inner.id}
          {...{ table, draft, counted }}
          group={inner}
          depth={depth + 1}
        />
      ))}
      <FieldPicker table={table} onPick={(path) => draft.begin(path, group.id)} />
      {depth < deepest && group.drafts.length > 0 && (
        <Button appearance="subtle" size="small" onClick={() => draft.addGroup(group.id)}>
          Add a group
        </Button>
      )}
    </div>
  );
}

function Match({ draft, group, depth }: Omit<Props, "table" | "counted">) {
  return (
    <div className="row">
      <Select
        className="grow"
        size="small"
        aria-label={depth > 0 ? "Which of this group must hold" : "Which conditions must hold"}
        value={matchOf(group)}
        onChange={(_, { value }) => draft.setMatch(group.id, value as MatchWord)}
      >
        {matches.map((match) => (
          <option key={match} value={match}>
            {match} of these
          </option>
        ))}
      </Select>
      {depth > 0 && (
        <Button
          appearance="subtle"
          size="small"
          aria-label="Remove the group"
          icon={<Icon name="dismiss" size={16} />}
          onClick={() => draft.remove(group.id)}
        />
      )}
    </div>
  );
}

type ConditionProps = Omit<Props, "depth"> & { each: Draft };

function Condition({ table, draft, group, each, counted }: ConditionProps) {
  const on = conditionField(useModel(), table, each.condition.attribute);
  const counts = useFacet(counted, on?.field);
  const place = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (each.isNew) place.current?.querySelector("select")?.focus();
  }, [each.isNew]);
  if (!on) return null;
  const { Filter } = on.kind;
  return (
    <fieldset className="filter-condition" ref={place}>
      <legend className="row spread">
        <span>{on.field.label}</span>
        <Button
          appearance="subtle"
          size="small"
          aria-label={`Remove the condition on ${on.field.label}`}
          icon={<Icon name="dismiss" size={16} />}
          onClick={() => draft.remove(each.id)}
        />
      </legend>
      <Filter
        field={on.field}
        condition={each.condition}
        counts={counts}
        onChange={(condition) => draft.change(group.id, each.id, condition)}
      />
    </fieldset>
  );
}
