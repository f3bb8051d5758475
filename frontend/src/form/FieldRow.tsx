import { InfoButton } from "@fluentui/react-components";
import { type Dispatch, type FocusEvent, memo } from "react";
import type { Field } from "../api";
import { kindOf } from "../fields";
import type { Action } from "./draft";
import { isLong } from "./layout";

interface FieldRowProps {
  field: Field;
  /** The id of the input; those around it are made from it. */
  id: string;
  value: unknown;
  text: string;
  fault: string;
  /** Words that stand in the field and mean no value. */
  words?: string;
  /** Where the value comes from, in words. */
  source?: string;
  /** It can be read and not changed. */
  fixed: boolean;
  dispatch: Dispatch<Action>;
  autoFocus?: boolean;
}

/** A label leads to its input by itself, but not to a text that is edited in place. */
function focusText(id: string) {
  const text = document.getElementById(id);
  if (text?.isContentEditable) text.focus();
}

/** How much of a fault the frame of a narrow input can show. */
const fits = 30;

/** A field of a form: its label, its input, what is wrong with it. */
export const FieldRow = memo(function FieldRow(props: FieldRowProps) {
  const { field, id, fault, source, dispatch } = props;
  const { Input } = kindOf(field);
  const { key } = field;
  const described = [fault && `${id}-fault`, field.help && `${id}-help`, source && `${id}-source`];

  function onBlur(event: FocusEvent) {
    if (!event.currentTarget.contains(event.relatedTarget)) dispatch({ type: "visit", key });
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it notes that the person has been here
    <div
      className={isLong(field) ? "form-field long" : "form-field"}
      data-field={field.key}
      onBlur={onBlur}
    >
      <div className="form-label">
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard the text is reached itself */}
        <label id={`${id}-label`} htmlFor={id} onClick={() => focusText(id)}>
          {field.label}
          {field.required && (
            <span className="form-required" aria-hidden>
              *
            </span>
          )}
        </label>
        {field.help && (
          <InfoButton size="small" aria-label={`About ${field.label}`} info={field.help} />
        )}
      </div>
      <div className="form-control">
        <Input
          id={id}
          field={field}
          value={props.value}
          text={props.text}
          seed={props.words}
          autoFocus={props.autoFocus}
          invalid={fault || undefined}
          disabled={field.system || props.fixed}
          labelledBy={`${id}-label`}
          describedBy={described.filter(Boolean).join(" ") || undefined}
          onChange={(value, text) =>
            dispatch({ type: "change", key, value, text: text ?? String(value ?? "") })
          }
          onUnreadable={(words, why) =>
            dispatch({
              type: "unreadable",
              key,
              unreadable: words !== undefined && why ? { words, why } : undefined,
            })
          }
          onCancel={() => (document.activeElement as HTMLElement | null)?.blur()}
        />
        {fault && (
          <div
            className={fault.length > fits ? "form-fault lengthy" : "form-fault"}
            id={`${id}-fault`}
          >
            {fault}
          </div>
        )}
        {field.help && (
          <span hidden id={`${id}-help`}>
            {field.help}
          </span>
        )}
        {source && (
          <span hidden id={`${id}-source`}>
            {source}
          </span>
        )}
      </div>
    </div>
  );
});
