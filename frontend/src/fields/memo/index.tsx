import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { filterOf } from "../filter";
import { longTextOperators } from "../operators";
import { plainCell } from "../parts/cells";
import { Frame } from "../parts/Frame";
import { LineInput } from "../parts/LineInput";
import { useDescription } from "../parts/line";
import { useTyped } from "../parts/useTyped";
import type { FieldKind, InputProps } from "../types";

const read = (words: string) => ({ value: words, text: words });

function MemoInput(props: InputProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { words, type, settle } = useTyped(props, String(props.value ?? ""), read);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the words
  useLayoutEffect(() => {
    if (!area.current) return;
    area.current.style.height = "auto";
    area.current.style.height = `${area.current.scrollHeight}px`;
  }, [words]);

  function onKeyDown(event: KeyboardEvent) {
    const done = props.compact && event.key === "Enter" && !event.shiftKey && !event.altKey;
    if (done || (event.key === "Enter" && event.ctrlKey)) {
      event.preventDefault();
      props.onCommit?.();
    }
    if (event.key === "Escape") props.onCancel?.();
  }

  const description = useDescription(props);
  return (
    <Frame
      input={props.id}
      invalid={props.invalid}
      compact={props.compact}
      disabled={props.disabled}
      stacked
    >
      <textarea
        {...description}
        ref={area}
        rows={props.compact ? 1 : 3}
        className="field-area"
        value={words}
        onChange={(event) => type(event.target.value)}
        onBlur={settle}
        onKeyDown={onKeyDown}
      />
    </Frame>
  );
}

/** Plain text of several lines. */
export const memo: FieldKind = {
  cell: plainCell,
  Input: MemoInput,
  Filter: filterOf(longTextOperators, LineInput),
  operators: longTextOperators,
  align: "start",
  width: 280,
};
