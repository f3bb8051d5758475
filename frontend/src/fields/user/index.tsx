import { useState } from "react";
import { Records } from "../../api";
import { filterOf } from "../filter";
import { useFound } from "../lookup/useCandidates";
import { userOperators } from "../operators";
import { Combobox } from "../parts/Combobox";
import { plainCell } from "../parts/cells";
import type { FieldKind, InputProps } from "../types";

function UserInput(props: InputProps) {
  const [words, setWords] = useState<string>();
  const { found, stale, busy } = useFound(words, ["users"], Records.Users);
  return (
    <Combobox
      {...props}
      free
      text={String(props.value ?? "")}
      items={found.map((name) => ({ key: name, text: name }))}
      stale={stale}
      busy={busy}
      onWords={setWords}
      onPick={(item) => props.onChange(item.key, item.text)}
      nothing="Nobody of that name yet. The name is kept as you type it."
    />
  );
}

/** The name of a person who works with the program. */
export const user: FieldKind = {
  cell: plainCell,
  Input: UserInput,
  Filter: filterOf(userOperators, UserInput),
  operators: userOperators,
  align: "start",
  width: 150,
};
