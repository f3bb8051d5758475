import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { useState } from "react";
import { useModel } from "../../model";
import { filterOf } from "../filter";
import { useFieldHost } from "../host";
import { lookupOperators } from "../operators";
import { Combobox } from "../parts/Combobox";
import { plainCell } from "../parts/cells";
import { EndButton } from "../parts/EndButton";
import { LineInput } from "../parts/LineInput";
import type { Item } from "../parts/Listbox";
import type { FieldKind, InputProps } from "../types";
import { itemsOf, withPresent } from "./items";
import { atOnce, useCandidates } from "./useCandidates";
import { lookupValues } from "./Values";

function LookupInput(props: InputProps) {
  const { field, compact, onChange, onCommit } = props;
  const target = field.target ?? "";
  const table = useModel().table(target);
  const { create } = useFieldHost();
  const [words, setWords] = useState<string>();
  const { found, stale, busy } = useCandidates(target, words);

  function onCreated(id: string, name: string) {
    onChange(id, name);
    if (compact) onCommit?.();
  }
  function onPick(item: Item) {
    if (item.action) create?.(target, (words ?? "").trim(), onCreated);
    else onChange(item.key, item.text);
  }
  const items = itemsOf(found, words, table, Boolean(create));
  const present = { key: String(props.value ?? ""), text: props.text };
  return (
    <Combobox
      {...props}
      items={withPresent(items, words, present)}
      stale={stale}
      busy={busy}
      onWords={setWords}
      onPick={onPick}
      nothing={`No ${table.label} has such a name.`}
      note={found.length === atOnce ? `The first ${atOnce}. Type more to find others.` : undefined}
      ends={<OpenLinked {...props} table={target} />}
    />
  );
}

/** Opens the record that a lookup holds. */
function OpenLinked({ table, value, text, compact }: InputProps & { table: string }) {
  const { openRecord } = useFieldHost();
  if (!openRecord || compact || typeof value !== "string" || !value) return null;
  return (
    <EndButton
      label={`Open ${text}`}
      icon={<OpenRegular />}
      onClick={() => openRecord(table, value)}
      tabbable
    />
  );
}

/** A link to a record of another table, or of the same. */
export const lookup: FieldKind = {
  cell: plainCell,
  Input: LookupInput,
  Filter: filterOf(lookupOperators, LineInput, lookupValues(LookupInput)),
  operators: lookupOperators,
  align: "start",
  width: 200,
};
