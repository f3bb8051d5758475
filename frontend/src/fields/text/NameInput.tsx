import { useMemo, useState } from "react";
import { useModel } from "../../model";
import { useBeside } from "../beside";
import { Combobox } from "../parts/Combobox";
import type { InputProps } from "../types";
import { findNames, nameOf, namesOf } from "./names";

/** The name of a table, of one of its fields, or of a list of codes. */
export function NameInput(props: InputProps) {
  const model = useModel();
  const naming = props.field.names ?? { what: "" };
  const { what, of = "" } = naming;
  const table = useBeside(of);
  const names = useMemo(() => namesOf(model, what, table), [model, what, table]);
  const [words, setWords] = useState<string>();
  const items = useMemo(() => findNames(names, words), [names, words]);
  const stored = String(props.value ?? "");
  const text = useMemo(
    () => nameOf(model, naming, stored, { [of]: table }),
    [model, naming, stored, of, table],
  );
  return (
    <Combobox
      {...props}
      value={text}
      text={text}
      items={items}
      onWords={setWords}
      onPick={(item) => props.onChange(item.text === text ? props.value : item.text)}
      nothing="Nothing is called that. Clear the field to see all."
    />
  );
}
