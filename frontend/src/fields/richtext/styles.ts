import { makeStyles, tokens } from "@fluentui/react-components";

/** How rich text looks, shown or edited: the same, so that nothing moves between the two. */
export const useRichTextStyles = makeStyles({
  text: {
    boxSizing: "border-box",
    minHeight: "120px",
    maxHeight: "400px",
    overflowY: "auto",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    outline: "none",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
    whiteSpace: "break-spaces",
    "& > :first-child": { marginTop: 0 },
    "& > :last-child": { marginBottom: 0 },
    "& p": { margin: `0 0 ${tokens.spacingVerticalS}` },
    "& ul, & ol": { margin: `0 0 ${tokens.spacingVerticalS}`, paddingInlineStart: "24px" },
    "& li > p": { margin: 0 },
    "& h1": { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
    "& h2": { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
    "& h3, & h4": { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
    "& h1, & h2, & h3, & h4": {
      margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}`,
      fontWeight: tokens.fontWeightSemibold,
    },
    "& blockquote": {
      margin: `0 0 ${tokens.spacingVerticalS}`,
      paddingInlineStart: tokens.spacingHorizontalM,
      borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
      color: tokens.colorNeutralForeground2,
    },
    "& code, & pre": {
      fontFamily: tokens.fontFamilyMonospace,
      fontSize: tokens.fontSizeBase200,
      backgroundColor: tokens.colorNeutralBackground5,
      borderRadius: tokens.borderRadiusSmall,
    },
    "& code": { padding: "1px 4px" },
    "& pre": { padding: tokens.spacingVerticalS, margin: "0" },
    "& a": { color: tokens.colorBrandForegroundLink, cursor: "pointer" },
    "& table": { borderCollapse: "collapse", margin: `0 0 ${tokens.spacingVerticalS}` },
    "& td, & th": {
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      padding: "2px 8px",
      textAlign: "start",
      verticalAlign: "top",
    },
    "& td > p, & th > p": { margin: 0 },
  },
});
