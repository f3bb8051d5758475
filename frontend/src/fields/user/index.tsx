import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Records } from "../../api";
import { keys } from "../../frame/queries";
import { filterOf } from "../filter";
import { useSettled } from "../lookup/useCandidates";
import { userOperators } from "../operators";
import { Combobox } from "../parts/Combobox";
import { PlainCell } from "../parts/PlainCell";
import type { FieldKind, InputProps } from "../types";

function UserInput(props: InputProps) {
  const [words, setWords] = useState<string>();
  const settled = useSettled(words);
  const { data = [], isFetching } = useQuery({
    queryKey: [...keys.records, "users", settled],
    queryFn: () => Records.Users(settled ?? ""),
    enabled: settled !== undefined,
  });
  const items = data.map((name) => ({ key: name, text: name }));
  return (
    <Combobox
      {...props}
      free
      text={String(props.value ?? "")}
      items={items}
      onWords={setWords}
      onPick={(item) => props.onChange(item.key, item.text)}
      busy={isFetching && items.length === 0}
      nothing="Nobody of that name yet. The name is kept as you type it."
    />
  );
}

/** The name of a person who works with the program. */
export const user: FieldKind = {
  Cell: PlainCell,
  Input: UserInput,
  Filter: filterOf(userOperators, UserInput),
  operators: userOperators,
  align: "start",
  width: 150,
};
