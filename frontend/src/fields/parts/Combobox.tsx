import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import type { ReactNode } from "react";
import { EndButton } from "./EndButton";
import { Frame } from "./Frame";
import { Listbox, optionId } from "./Listbox";
import { useDescription } from "./line";
import { usePopup } from "./Popup";
import { type ComboboxRules, useCombobox } from "./useCombobox";

interface ComboboxProps extends ComboboxRules {
  busy?: boolean;
  /** There is always a value: it is replaced, never cleared. */
  keeps?: boolean;
  /** Said where nothing fits. */
  nothing: string;
  /** Said below the items. */
  note?: string;
  /** Buttons before the usual ones at the end. */
  ends?: ReactNode;
}

/** A line with a list of what may be picked: typing narrows it, the arrow keys and Enter pick. */
export function Combobox(props: ComboboxProps) {
  const { invalid, compact, disabled, field, value, onCommit } = props;
  const box = useCombobox(props);
  const { targetRef, containerRef } = usePopup(true);
  const listId = `${props.id}-list`;
  const blank = value === undefined || value === null || value === "";
  const buttons = (
    <>
      {props.ends}
      {!disabled && !compact && !props.keeps && !(blank && !box.typed) && (
        <EndButton
          label={`Clear ${field.label}`}
          icon={<DismissRegular />}
          onClick={box.clear}
          className="field-clear"
        />
      )}
      {!disabled && (
        <EndButton
          label={`Show choices for ${field.label}`}
          icon={<ChevronDownRegular />}
          onClick={box.open ? box.close : box.show}
        />
      )}
    </>
  );
  const description = useDescription(props);
  return (
    <>
      <Frame input={props.id} {...{ invalid, compact, disabled }} ends={buttons} ref={targetRef}>
        <input
          {...description}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={box.open}
          aria-controls={box.open ? listId : undefined}
          aria-activedescendant={box.open && box.at >= 0 ? optionId(listId, box.at) : undefined}
          className="field-line"
          value={box.words}
          onChange={(event) => box.type(event.target.value)}
          onClick={box.show}
          onFocus={(event) => props.seed === undefined && event.target.select()}
          onBlur={box.leave}
          onKeyDown={box.onKeyDown}
        />
      </Frame>
      {box.open && (
        <Listbox
          id={listId}
          label={field.label}
          items={props.items}
          active={box.at}
          picked={value}
          busy={props.busy}
          nothing={props.nothing}
          note={props.note}
          containerRef={containerRef}
          onPick={(item) => {
            box.pick(item);
            if (!item.action) onCommit?.();
          }}
          onOutside={box.close}
        />
      )}
    </>
  );
}
