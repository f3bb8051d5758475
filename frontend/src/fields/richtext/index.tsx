import { makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import { filterOf } from "../filter";
import { longTextOperators } from "../operators";
import { Frame } from "../parts/Frame";
import { LineInput } from "../parts/LineInput";
import { PlainCell } from "../parts/PlainCell";
import type { FieldKind, InputProps } from "../types";
import { Shown } from "./Shown";

const Editor = lazy(() => import("./Editor"));

const useStyles = makeStyles({
  toolbarSpace: { minHeight: "32px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
});

/** The text where the editor is about to stand. */
function Waiting(props: InputProps) {
  const styles = useStyles();
  return (
    <>
      <div className={styles.toolbarSpace} />
      <Shown html={String(props.value ?? "")} labelledBy={props.labelledBy} />
    </>
  );
}

function RichTextInput(props: InputProps) {
  const { value, invalid, disabled, compact, labelledBy } = props;
  return (
    <Frame invalid={invalid} compact={compact} disabled={disabled} stacked>
      {disabled ? (
        <Shown html={String(value ?? "")} labelledBy={labelledBy} />
      ) : (
        <Suspense fallback={<Waiting {...props} />}>
          <Editor {...props} />
        </Suspense>
      )}
    </Frame>
  );
}

/** Text with headings, lists, emphasis and links. */
export const richtext: FieldKind = {
  Cell: PlainCell,
  Input: RichTextInput,
  Filter: filterOf(longTextOperators, LineInput),
  operators: longTextOperators,
  align: "start",
  width: 280,
};
