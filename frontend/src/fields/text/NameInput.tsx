import { useMemo, useState } from "react";
import { useModel } from "../../model";
import { useBeside } from "../beside";
import { Combobox } from "../parts/Combobox";
import type { InputProps } from "../types";
import { findNames, namesOf } from "./names";

/** The name of a table, of one of its fields, or of a list of codes. */
export function NameInput(props: InputProps) {
  const model = useModel();
  const { what, of = "" } = props.field.names ?? { what: "" };
  const table = useBeside(of);
  const names = useMemo(() => namesOf(model, what, table), [model, what, table]);
  const [words, setWords] = useState<string>();
  const items = useMemo(() => findNames(names, words), [names, words]);
  const text = String(props.value ?? "");
  return (
    <Combobox
      {...props}
      text={text}
      items={items}
      onWords={setWords}
      onPick={(item) => props.onChange(item.text)}
      nothing="Nothing is called that. Clear the field to see all."
    />
  );
}
