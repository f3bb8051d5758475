import { lazy, Suspense } from "react";
import { filterOf } from "../filter";
import { longTextOperators } from "../operators";
import { plainCell } from "../parts/cells";
import { Frame } from "../parts/Frame";
import { LineInput } from "../parts/LineInput";
import type { FieldKind, InputProps } from "../types";
import "./richtext.css";
import { Shown } from "./Shown";

const Editor = lazy(() => import("./Editor"));

/** The text where the editor is about to stand. */
function Waiting(props: InputProps) {
  return (
    <>
      <div className="richtext-toolbar" />
      <Shown html={String(props.value ?? "")} labelledBy={props.labelledBy} />
    </>
  );
}

function RichTextInput(props: InputProps) {
  const { value, invalid, disabled, compact, labelledBy } = props;
  return (
    <Frame input={props.id} invalid={invalid} compact={compact} disabled={disabled} stacked>
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
  cell: plainCell,
  Input: RichTextInput,
  Filter: filterOf(longTextOperators, LineInput),
  operators: longTextOperators,
  align: "start",
  width: 280,
};
