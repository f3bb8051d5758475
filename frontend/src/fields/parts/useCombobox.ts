import { type KeyboardEvent, useEffect, useState } from "react";
import type { InputProps } from "../types";
import type { Item } from "./Listbox";

export interface ComboboxRules extends InputProps {
  /** What may be picked, best first, for the words last given to `onWords`. */
  items: Item[];
  /** The items are still those for earlier words. */
  stale?: boolean;
  /** The words to look for; undefined once nobody looks any more. */
  onWords: (words: string | undefined) => void;
  onPick: (item: Item) => void;
  /** Typed words are a value themselves. */
  free?: boolean;
}

/**
 * How a combobox behaves. The first item that fits is offered as one types; Enter and Tab take what
 * is offered. Words that nothing was taken for stay, and are said to be unreadable.
 */
export function useCombobox(props: ComboboxRules) {
  const { items, stale, onWords, onPick, free, text, value, disabled, compact } = props;
  const { onChange, onUnreadable, onCommit, onCancel } = props;
  const [words, setWords] = useState<string | undefined>(props.seed);
  // In a cell the list is what one came for: it stands open from the start.
  const [open, setOpen] = useState(compact === true && props.autoFocus === true);
  const [active, setActive] = useState(-1);
  /** The person has left before the items for the words were there. */
  const [awaited, setAwaited] = useState(false);

  const lookedFor = open || awaited ? (words ?? "") : undefined;
  const usual = words ? 0 : items.findIndex((each) => each.key === String(value ?? ""));
  const at = Math.min(active >= 0 ? active : usual, items.length - 1);
  const offered = open && !stale ? items[at] : undefined;

  useEffect(() => {
    onWords(lookedFor);
  }, [lookedFor, onWords]);
  useEffect(() => {
    if (awaited && !stale) resolve();
  });

  function show() {
    if (disabled || open) return;
    setActive(-1);
    setOpen(true);
  }
  function close() {
    setOpen(false);
    setActive(-1);
  }
  function pick(item: Item) {
    close();
    setAwaited(false);
    setWords(undefined);
    onUnreadable?.();
    onPick(item);
  }
  function type(next: string) {
    setWords(next);
    onWords(next); // at once: the next key may take what they find
    setActive(-1);
    setOpen(true);
    const value = next.trim();
    if (free || !value) onChange(value || null, value);
    if (!value) onUnreadable?.();
  }
  function clear() {
    type("");
    close();
  }
  /** Takes the words for the one item that they name, once the items for them are there. */
  function resolve() {
    setAwaited(false);
    const named = items.filter((each) => !each.action && same(each.text, words ?? ""));
    if (named.length === 1 && named[0]) pick(named[0]);
    else onUnreadable?.(words, named.length > 1 ? severalOf(words) : noneOf(words));
  }
  /** Until the items are there the words mean nothing yet. */
  function wait() {
    setAwaited(true);
    onUnreadable?.(words, `Still looking for “${words?.trim()}”`);
  }
  function leave() {
    close();
    if (words === undefined) return;
    if (free || !words.trim() || same(words, text)) setWords(undefined);
    else if (stale) wait();
    else resolve();
  }
  function step(by: number) {
    if (!open) {
      show();
      if (usual < 0 && by > 0) setActive(0);
      return;
    }
    const from = at < 0 && by < 0 ? items.length : at;
    setActive(Math.max(0, Math.min(items.length - 1, from + by)));
  }
  /** Answers true where the key has done its work here. */
  function enter(): boolean {
    const moved = active >= 0 || Boolean(words);
    if (offered && moved && !(free && active < 0)) {
      pick(offered);
      if (!offered.action) onCommit?.();
      return true;
    }
    const unsettled = !free && words?.trim() && !same(words, text);
    if (unsettled) return true;
    close();
    onCommit?.();
    return false;
  }
  /** Tab takes what is offered, where the person has typed or moved, and moves on. */
  function tab(): boolean {
    const moved = active >= 0 || Boolean(words);
    if (offered && moved && !free && !offered.action) pick(offered);
    return false;
  }
  function giveUp(): boolean {
    const busy = open || words !== undefined;
    close();
    setWords(undefined);
    onUnreadable?.();
    if (busy && !compact) return true;
    onCancel?.();
    return false;
  }
  function page(by: number): boolean {
    if (open) step(by);
    return open;
  }
  const always = (act: () => void) => {
    act();
    return true;
  };

  function onKeyDown(event: KeyboardEvent) {
    if (disabled) return;
    const keys: Record<string, () => boolean> = {
      ArrowDown: () => always(() => step(1)),
      ArrowUp: () => always(() => (event.altKey ? close() : step(-1))),
      PageDown: () => page(8),
      PageUp: () => page(-8),
      Enter: enter,
      Tab: tab,
      Escape: giveUp,
    };
    if (keys[event.key]?.()) event.preventDefault();
  }

  return {
    words: words ?? text,
    typed: Boolean(words),
    open,
    at,
    show,
    close,
    pick,
    type,
    clear,
    leave,
    onKeyDown,
  };
}

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
const noneOf = (words = "") => `“${words.trim()}” is not in the list`;
const severalOf = (words = "") => `Several are named “${words.trim()}”: pick one`;
