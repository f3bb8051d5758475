import { Spinner } from "@fluentui/react-components";
import { CheckmarkRegular } from "@fluentui/react-icons/svg/checkmark";
import { type Ref, useCallback, useEffect, useRef } from "react";
import { Popup } from "./Popup";

/** Something that may be picked. */
export interface Item {
  /** The stored form as text. */
  key: string;
  text: string;
  /** A few more words, to tell apart what has the same name. */
  detail?: string;
  /** Shown quietly: inactive, retired. */
  muted?: boolean;
  tone?: string;
  /** Does something instead of being a value: "Create …". */
  action?: boolean;
}

export const optionId = (listId: string, index: number) => `${listId}-${index}`;

interface ListboxProps {
  id: string;
  label: string;
  items: Item[];
  active: number;
  picked: unknown;
  busy?: boolean;
  nothing: string;
  note?: string;
  containerRef: Ref<HTMLDivElement>;
  onPick: (item: Item) => void;
  onOutside: () => void;
}

/** The list of a combobox. */
export function Listbox(props: ListboxProps) {
  const { id, label, items, active, busy, nothing, note, containerRef, onOutside } = props;
  const list = useRef<HTMLDivElement>(null);
  const outside = useOutside(id, onOutside);
  useEffect(() => {
    list.current?.querySelector(`#${CSS.escape(optionId(id, active))}`)?.scrollIntoView({
      block: "nearest",
    });
  }, [id, active]);
  return (
    <Popup className="field-list" containerRef={containerRef} onOutside={outside}>
      <div ref={list} id={id} role="listbox" aria-label={label} tabIndex={-1}>
        {items.map((item, index) => (
          <Option key={item.key} {...props} item={item} index={index} />
        ))}
      </div>
      <div className="field-note" role="status" hidden={!busy && !note && items.length > 0}>
        {busy ? <Spinner size="tiny" label="Looking" /> : items.length === 0 ? nothing : note}
      </div>
    </Popup>
  );
}

/** The pointer on the input itself or in the list does not count as outside. */
function useOutside(listId: string, onOutside: () => void) {
  return useCallback(
    (event: PointerEvent) => {
      const target = event.target as Element;
      const own = document.getElementById(listId)?.parentElement;
      const input = document.querySelector(`[aria-controls="${CSS.escape(listId)}"]`);
      if (!own?.contains(target) && !input?.parentElement?.contains(target)) onOutside();
    },
    [listId, onOutside],
  );
}

function Option(props: ListboxProps & { item: Item; index: number }) {
  const { id, item, index, active, picked, onPick } = props;
  const isPicked = !item.action && item.key === String(picked ?? "");
  const looks = [
    "field-option",
    index === active && "active",
    item.muted && "muted",
    item.action && "action",
  ];
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the input, which names the active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the input answers the keys
    <div
      id={optionId(id, index)}
      role="option"
      aria-selected={isPicked}
      className={looks.filter(Boolean).join(" ")}
      onClick={() => onPick(item)}
    >
      <span className="field-option-check">{isPicked && <CheckmarkRegular />}</span>
      <span className="field-option-text">{item.text}</span>
      {item.detail && <span className="field-option-detail ellipsis">{item.detail}</span>}
    </div>
  );
}
