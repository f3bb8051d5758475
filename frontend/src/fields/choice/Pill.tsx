import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  pill: {
    display: "inline-block",
    maxWidth: "100%",
    boxSizing: "border-box",
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusCircular,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    verticalAlign: "middle",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    backgroundColor: tokens.colorNeutralBackground4,
    color: tokens.colorNeutralForeground1,
  },
  good: {
    backgroundColor: tokens.colorPaletteGreenBackground1,
    color: tokens.colorPaletteGreenForeground1,
  },
  attention: {
    backgroundColor: tokens.colorPaletteRedBackground1,
    color: tokens.colorPaletteRedForeground1,
  },
  muted: {
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground3,
    paddingInline: 0,
  },
});

/** A choice as a quiet pill; it has a colour only where the choice means something. */
export function Pill({ text, tone = "" }: { text: string; tone?: string }) {
  const styles = useStyles();
  const tones: Record<string, string> = {
    good: styles.good,
    attention: styles.attention,
    muted: styles.muted,
  };
  return <span className={mergeClasses(styles.pill, tones[tone])}>{text}</span>;
}
