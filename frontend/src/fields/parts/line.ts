import type { InputProps } from "../types";

/** What every native input says about itself. */
export function describe(props: InputProps) {
  return {
    id: props.id,
    "aria-labelledby": props.labelledBy,
    "aria-label": props.labelledBy ? undefined : props.field.label,
    "aria-describedby": props.describedBy,
    "aria-invalid": props.invalid ? true : undefined,
    "aria-required": props.field.required || undefined,
    readOnly: props.disabled,
    placeholder: props.placeholder ?? (props.compact ? undefined : "---"),
    autoFocus: props.autoFocus,
    autoComplete: "off",
    spellCheck: false,
  } as const;
}
