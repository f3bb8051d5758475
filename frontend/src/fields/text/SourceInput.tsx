import { useState } from "react";
import { SourceSystems } from "../../api";
import { useFound } from "../lookup/useCandidates";
import { Combobox } from "../parts/Combobox";
import type { InputProps } from "../types";
import { findNames } from "./names";

const keysOf = async () => (await SourceSystems.List()).map(({ key }) => key);

/** The key of a source system: one that is known, or a new one. */
export function SourceInput(props: InputProps) {
  const [words, setWords] = useState<string>();
  const { found, stale, busy } = useFound(words, ["sources"], keysOf);
  return (
    <Combobox
      {...props}
      free
      text={String(props.value ?? "")}
      items={findNames(found, words)}
      stale={stale}
      busy={busy}
      onWords={setWords}
      onPick={(item) => props.onChange(item.text)}
      nothing="No source of that key yet. The key is kept as you type it."
    />
  );
}
