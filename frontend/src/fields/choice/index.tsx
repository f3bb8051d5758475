import { useMemo, useState } from "react";
import { type CatalogueModel, useModel } from "../../model";
import { filterOf } from "../filter";
import { choiceOperators } from "../operators";
import { Combobox } from "../parts/Combobox";
import type { CellProps, FieldKind, InputProps } from "../types";
import { findOptions } from "./find";
import { Pill } from "./Pill";
import { ChoiceValues } from "./Values";

function choiceCell({ field, value, text }: CellProps, model: CatalogueModel) {
  if (!text) return null;
  return Pill({ text, tone: model.option(field.choice ?? "", value)?.tone });
}

function ChoiceInput(props: InputProps) {
  const { options } = useModel().choices(props.field.choice ?? "");
  const [words, setWords] = useState<string>();
  const items = useMemo(() => findOptions(options, words ?? ""), [options, words]);
  return (
    <Combobox
      {...props}
      items={items}
      onWords={setWords}
      onPick={(item) => props.onChange(Number(item.key), item.text)}
      nothing="No choice fits. Clear the field to see all."
    />
  );
}

/** One of a closed list, stored as its code. */
export const choice: FieldKind = {
  cell: choiceCell,
  Input: ChoiceInput,
  Filter: filterOf(choiceOperators, ChoiceInput, ChoiceValues),
  operators: choiceOperators,
  align: "start",
  width: 160,
};
