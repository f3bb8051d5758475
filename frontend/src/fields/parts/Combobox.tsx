import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { type KeyboardEvent, type ReactNode, useEffect, useState } from "react";
import type { InputProps } from "../types";
import { EndButton } from "./EndButton";
import { Frame } from "./Frame";
import { type Item, Listbox, optionId } from "./Listbox";
import { describe } from "./line";
import { usePopup } from "./Popup";

export interface ComboboxProps extends InputProps {
  /** What may be picked, best first, for the words last given to `onWords`. */
  items: Item[];
  /** The words to look for; undefined once the list is closed. */
  onWords: (words: string | undefined) => void;
  onPick: (item: Item) => void;
  /** Typed words are a value themselves. */
  free?: boolean;
  busy?: boolean;
  /** Said where nothing fits, and below the items. */
  nothing: string;
  note?: string;
  /** Before the usual buttons at the end. */
  ends?: ReactNode;
}

/** A line with a list of what may be picked: typing narrows it, the arrow keys and Enter pick. */
export function Combobox(props: ComboboxProps) {
  const { items, onWords, onPick, free, busy, nothing, note, ends, ...field } = props;
  const { onChange, onUnreadable, onCommit, onCancel, disabled, value } = field;
  const [words, setWords] = useState<string | undefined>(field.seed);
  const [open, setOpen] = useState(field.seed !== undefined);
  const [active, setActive] = useState(-1);
  const { targetRef, containerRef } = usePopup(true);
  const listId = `${field.id}-list`;
  const lookedFor = open ? (words ?? "") : undefined;
  // The first that fits is offered as one types; a list just opened stands at the value.
  const at = Math.min(active >= 0 ? active : words ? 0 : valueAt(items, value), items.length - 1);

  useEffect(() => onWords(lookedFor), [lookedFor, onWords]);

  function show() {
    if (disabled || open) return;
    setActive(-1);
    setOpen(true);
  }
  function close() {
    setOpen(false);
    setActive(-1);
  }
  function pick(item: Item | undefined) {
    close();
    if (!item) return;
    setWords(undefined);
    onUnreadable?.();
    onPick(item);
  }
  function type(next: string) {
    setWords(next);
    setActive(-1);
    setOpen(true);
    if (free || !next.trim()) onChange(next.trim() || null, next.trim());
    if (!next.trim()) onUnreadable?.();
  }
  function clear() {
    type("");
    close();
  }
  function leave() {
    close();
    if (words === undefined) return;
    const meant = items.find((each) => same(each.text, words) && !each.action);
    if (free || !words.trim() || same(words, field.text)) setWords(undefined);
    else if (meant) pick(meant);
    else onUnreadable?.(words, `“${words}” is not in the list`);
  }
  function step(by: number) {
    if (!open) return show();
    const from = at < 0 && by < 0 ? items.length : at;
    setActive(Math.max(0, Math.min(items.length - 1, from + by)));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (disabled) return;
    const keys: Record<string, () => boolean | undefined> = {
      ArrowDown: () => handled(step(1)),
      ArrowUp: () => (event.altKey ? handled(close()) : handled(step(-1))),
      PageDown: () => (open ? handled(step(8)) : undefined),
      PageUp: () => (open ? handled(step(-8)) : undefined),
      Enter: () =>
        open && at >= 0 && !keepsWords(event) ? handled(pick(items[at]), onCommit?.()) : finish(),
      Tab: () => takeTyped(),
      Escape: () => giveUp(),
    };
    if (keys[event.key]?.()) event.preventDefault();
  }
  /** Free words stand for themselves unless the person moved to an item. */
  const keepsWords = (event: KeyboardEvent) => Boolean(free && active < 0 && event.key === "Enter");
  function finish() {
    close();
    onCommit?.();
    return undefined;
  }
  /** Leaving with Tab takes what the list stands at, where the person has typed or moved. */
  function takeTyped() {
    if (open && at >= 0 && !free && (words || active >= 0) && !items[at]?.action) pick(items[at]);
    return undefined;
  }
  function giveUp() {
    if (open || words !== undefined) {
      close();
      setWords(undefined);
      onUnreadable?.();
      if (!field.compact) return true;
    }
    onCancel?.();
    return undefined;
  }

  const blank = value === undefined || value === null || value === "";
  const buttons = !disabled && (
    <>
      {ends}
      {!field.compact && !(blank && !words) && (
        <EndButton label={`Clear ${field.field.label}`} icon={<DismissRegular />} onClick={clear} />
      )}
      <EndButton
        label={`Show choices for ${field.field.label}`}
        icon={<ChevronDownRegular />}
        onClick={() => (open ? close() : show())}
      />
    </>
  );

  return (
    <>
      <Frame
        invalid={field.invalid}
        compact={field.compact}
        disabled={disabled}
        ends={buttons || ends}
        ref={targetRef}
      >
        <input
          {...describe(field)}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={open ? listId : undefined}
          aria-activedescendant={open && at >= 0 ? optionId(listId, at) : undefined}
          className="field-line"
          value={words ?? field.text}
          onChange={(event) => type(event.target.value)}
          onClick={show}
          onFocus={(event) => event.target.select()}
          onBlur={leave}
          onKeyDown={onKeyDown}
        />
      </Frame>
      {open && (
        <Listbox
          id={listId}
          label={field.field.label}
          items={items}
          active={at}
          picked={value}
          busy={busy}
          nothing={nothing}
          note={note}
          containerRef={containerRef}
          onPick={(item) => {
            pick(item);
            onCommit?.();
          }}
          onOutside={close}
        />
      )}
    </>
  );
}

const handled = (..._done: unknown[]) => true;
const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
const valueAt = (items: Item[], value: unknown) =>
  items.findIndex((each) => each.key === String(value ?? ""));
