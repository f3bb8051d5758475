import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { PropsWithChildren, ReactNode, Ref } from "react";

/** The height of a single-line input: density changes it. */
export const inputHeight = "var(--entry-height, 32px)";

const useStyles = makeStyles({
  frame: {
    display: "flex",
    alignItems: "center",
    boxSizing: "border-box",
    width: "100%",
    minWidth: 0,
    minHeight: inputHeight,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    ":hover": { border: `1px solid ${tokens.colorNeutralStroke1Hover}` },
    ":focus-within": {
      border: `1px solid ${tokens.colorCompoundBrandStroke}`,
      boxShadow: `inset 0 -1px 0 ${tokens.colorCompoundBrandStroke}`,
    },
  },
  compact: {
    height: "100%",
    minHeight: 0,
    borderRadius: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  disabled: {
    backgroundColor: "transparent",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    ":hover": { border: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  invalid: {
    border: `1px solid ${tokens.colorPaletteRedBorder2}`,
    ":hover": { border: `1px solid ${tokens.colorPaletteRedBorder2}` },
  },
  stacked: { flexDirection: "column", alignItems: "stretch" },
  fault: {
    flexShrink: 1,
    minWidth: "48px",
    maxWidth: "62%",
    paddingInline: tokens.spacingHorizontalS,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    color: tokens.colorPaletteRedForeground1,
    fontSize: tokens.fontSizeBase200,
  },
  ends: { display: "flex", flexShrink: 0, paddingInlineEnd: tokens.spacingHorizontalXXS },
});

interface FrameProps {
  invalid?: string;
  compact?: boolean;
  disabled?: boolean;
  /** Several lines: what is wrong stands below them. */
  stacked?: boolean;
  /** Buttons at the end. */
  ends?: ReactNode;
  ref?: Ref<HTMLDivElement>;
}

/** The box around an input. What is wrong is said inside it, so that nothing moves when it is. */
export function Frame(props: PropsWithChildren<FrameProps>) {
  const { invalid, compact, disabled, stacked, ends, ref, children } = props;
  const styles = useStyles();
  const looks = mergeClasses(
    styles.frame,
    compact && styles.compact,
    disabled && styles.disabled,
    invalid && styles.invalid,
    stacked && styles.stacked,
  );
  return (
    <div className={looks} ref={ref}>
      {children}
      {invalid && !compact && (
        <span className={styles.fault} title={invalid} aria-hidden>
          {invalid}
        </span>
      )}
      {ends && <span className={styles.ends}>{ends}</span>}
    </div>
  );
}
