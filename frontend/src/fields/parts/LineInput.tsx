import type { KeyboardEvent, ReactNode } from "react";
import type { InputProps } from "../types";
import { Frame } from "./Frame";
import { useDescription } from "./line";
import { type Read, useTyped } from "./useTyped";

interface LineInputProps extends InputProps {
  read?: Read;
  inputMode?: "text" | "email" | "tel" | "url" | "numeric" | "decimal";
  figures?: boolean;
  ends?: ReactNode;
}

const asTyped: Read = (words) => ({ value: words.trim(), text: words.trim() });

/** An input of one line, whose words `read` understands. */
export function LineInput(props: LineInputProps) {
  const { read = asTyped, inputMode, figures, ends, ...field } = props;
  const shown = read === asTyped ? String(field.value ?? "") : field.text;
  const { words, readable, type, settle } = useTyped(field, shown, read);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter" && readable) field.onCommit?.();
    if (event.key === "Escape") field.onCancel?.();
  }

  const description = useDescription(field);
  return (
    <Frame
      input={field.id}
      invalid={field.invalid}
      compact={field.compact}
      disabled={field.disabled}
      ends={ends}
    >
      <input
        {...description}
        className={figures ? "field-line figures" : "field-line"}
        inputMode={inputMode}
        value={words}
        onChange={(event) => type(event.target.value)}
        onBlur={settle}
        onKeyDown={onKeyDown}
      />
    </Frame>
  );
}
