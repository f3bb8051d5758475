import { useEffect, useRef, useState } from "react";
import type { InputProps } from "../types";

/** What typed words mean: a value with its text, or why they mean none. */
export type Reading = { value: unknown; text: string } | { why: string };

/** Reads words, which are not blank. */
export type Read = (words: string) => Reading;

interface Typed {
  words: string;
  /** The value that the words gave; once the field has another one, they are out of date. */
  value: unknown;
}

/**
 * Lets a person type words that stand for a value. The words stay as typed until the person leaves;
 * then the value's own text stands there, or still the words where they cannot be read.
 */
export function useTyped(props: InputProps, text: string, read: Read) {
  const { value, onChange, onUnreadable, seed } = props;
  const [typed, setTyped] = useState<Typed | undefined>(
    seed === undefined ? undefined : { words: seed, value: value ?? null },
  );
  const current = typed && typed.value === (value ?? null) ? typed : undefined;
  const words = current?.words ?? text;
  const readable = !current || !words.trim() || !("why" in read(words));

  function type(next: string) {
    const reading: Reading = next.trim() ? read(next) : { value: null, text: "" };
    if ("why" in reading) {
      setTyped({ words: next, value: value ?? null });
      onUnreadable?.(next, reading.why);
      return;
    }
    setTyped({ words: next, value: reading.value });
    onUnreadable?.();
    onChange(reading.value, reading.text);
  }

  function settle() {
    if (readable) setTyped(undefined);
  }

  const start = useRef(() => seed !== undefined && type(seed));
  useEffect(() => {
    start.current();
  }, []);

  return { words, readable, type, settle };
}
