import { LineInput } from "../parts/LineInput";
import type { InputProps } from "../types";
import { NameInput } from "./NameInput";
import { SourceInput } from "./SourceInput";

/** A line of text; what names a part of the model, or a source, is chosen from a list. */
export function TextInput(props: InputProps) {
  switch (props.field.names?.what) {
    case undefined:
      return <LineInput {...props} />;
    case "source":
      return <SourceInput {...props} />;
    default:
      return <NameInput {...props} />;
  }
}
