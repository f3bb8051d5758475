import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { useState } from "react";
import { useModel } from "../../model";
import { filterOf } from "../filter";
import { useFieldHost } from "../host";
import { lookupOperators } from "../operators";
import { Combobox } from "../parts/Combobox";
import { EndButton } from "../parts/EndButton";
import { LineInput } from "../parts/LineInput";
import type { Item } from "../parts/Listbox";
import { PlainCell } from "../parts/PlainCell";
import type { FieldKind, InputProps } from "../types";
import { itemsOf } from "./items";
import { atOnce, useCandidates } from "./useCandidates";
import { lookupValues } from "./Values";

function LookupInput(props: InputProps) {
  const { field, value, text, onChange } = props;
  const target = field.target ?? "";
  const table = useModel().table(target);
  const host = useFieldHost();
  const [words, setWords] = useState<string>();
  const { data = [], isFetching } = useCandidates(target, words);
  const items = itemsOf(data, words, table, Boolean(host.create));

  function onPick(item: Item) {
    if (!item.action) return onChange(item.key, item.text);
    host.create?.(target, (words ?? "").trim(), (id, name) => onChange(id, name));
  }

  const id = typeof value === "string" ? value : "";
  const open = host.openRecord && id && !props.compact && (
    <EndButton
      label={`Open ${text}`}
      icon={<OpenRegular />}
      onClick={() => host.openRecord?.(target, id)}
      tabbable
    />
  );
  return (
    <Combobox
      {...props}
      items={items}
      onWords={setWords}
      onPick={onPick}
      busy={isFetching && data.length === 0}
      nothing={`No ${table.label} has such a name.`}
      note={data.length === atOnce ? `The first ${atOnce}. Type more to find others.` : undefined}
      ends={open || undefined}
    />
  );
}

/** A link to a record of another table, or of the same. */
export const lookup: FieldKind = {
  Cell: PlainCell,
  Input: LookupInput,
  Filter: filterOf(lookupOperators, LineInput, lookupValues(LookupInput)),
  operators: lookupOperators,
  align: "start",
  width: 200,
};
