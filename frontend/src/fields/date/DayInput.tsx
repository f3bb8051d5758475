import { CalendarRegular } from "@fluentui/react-icons/svg/calendar";
import { type KeyboardEvent, useCallback, useState } from "react";
import { EndButton } from "../parts/EndButton";
import { Frame } from "../parts/Frame";
import { useDescription } from "../parts/line";
import { Popup, usePopup } from "../parts/Popup";
import { type Read, useTyped } from "../parts/useTyped";
import type { InputProps } from "../types";
import { Calendar, dayId, moved } from "./Calendar";
import { today } from "./civil";

interface DayInputProps extends InputProps {
  read: Read;
  /** The day of the value, "" when it is blank. */
  day: string;
  /** The words for a day picked, for `read`. */
  wordsFor: (day: string) => string;
}

/** A line for a date that is typed, or picked from a calendar below it. */
export function DayInput({ read, day, wordsFor, ...field }: DayInputProps) {
  const { words, readable, type, settle } = useTyped(field, field.text, read);
  const [at, setAt] = useState<string>();
  const { targetRef, containerRef } = usePopup(false);
  const gridId = `${field.id}-calendar`;
  const close = useCallback(() => setAt(undefined), []);

  function pick(date: string) {
    type(date && wordsFor(date));
    close();
    field.onCommit?.();
  }
  const toggle = () => !field.disabled && setAt(at ? undefined : day || today());
  const outside = useCallback(
    (event: PointerEvent) => isOutside(event, gridId) && close(),
    [gridId, close],
  );

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "ArrowDown" && event.altKey) toggle();
    else if (at) onCalendarKey(event, at);
    else if (event.key === "Enter" && readable) field.onCommit?.();
    else if (event.key === "Escape") field.onCancel?.();
  }
  function onCalendarKey(event: KeyboardEvent, from: string) {
    const to = moved(from, event.key, event.shiftKey);
    if (to) setAt(to);
    else if (event.key === "Enter") pick(from);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  }

  const button = !field.disabled && (
    <EndButton
      label={`Calendar for ${field.field.label}`}
      icon={<CalendarRegular />}
      onClick={toggle}
    />
  );
  const description = useDescription(field);
  return (
    <>
      <Frame
        input={field.id}
        invalid={field.invalid}
        compact={field.compact}
        disabled={field.disabled}
        ends={button}
        ref={targetRef}
      >
        <input
          {...description}
          role="combobox"
          aria-haspopup="grid"
          aria-expanded={Boolean(at)}
          aria-controls={at ? gridId : undefined}
          aria-activedescendant={at && dayId(gridId, at)}
          className="field-line figures"
          value={words}
          onChange={(event) => type(event.target.value)}
          onBlur={() => {
            settle();
            close();
          }}
          onKeyDown={onKeyDown}
        />
      </Frame>
      {at && (
        <Popup containerRef={containerRef} onOutside={outside}>
          <Calendar
            id={gridId}
            label={field.field.label}
            at={at}
            picked={day}
            onMove={setAt}
            onPick={pick}
          />
        </Popup>
      )}
    </>
  );
}

/** The pointer in the calendar or on its input does not count as outside. */
function isOutside(event: PointerEvent, gridId: string): boolean {
  const target = event.target as Element;
  const popup = document.getElementById(gridId)?.parentElement;
  const frame = document.querySelector(`[aria-controls="${CSS.escape(gridId)}"]`)?.parentElement;
  return !popup?.contains(target) && !frame?.contains(target);
}
