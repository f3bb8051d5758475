import { makeStyles, tokens } from "@fluentui/react-components";
import type { InputProps } from "../types";

/** How the native input inside a frame looks. */
export const useLineStyles = makeStyles({
  line: {
    flex: "1 1 auto",
    minWidth: 0,
    width: "100%",
    height: "100%",
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: "none",
    outline: "none",
    backgroundColor: "transparent",
    color: "inherit",
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textOverflow: "ellipsis",
    "::placeholder": { color: tokens.colorNeutralForeground3, opacity: 1 },
  },
  figures: { fontVariantNumeric: "tabular-nums" },
});

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
    autoComplete: "off",
    spellCheck: false,
  } as const;
}

/** What stands in an input without a value. */
export const placeholderOf = (props: InputProps) =>
  props.placeholder ?? (props.compact ? undefined : "---");
