import { useRestoreFocusTarget } from "@fluentui/react-components";
import type { InputProps } from "../types";

/** What every native input says about itself. Panels that close give it the focus back. */
export function useDescription(props: InputProps) {
  return {
    ...useRestoreFocusTarget(),
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
