import { useDisplay } from "../../ui/display";
import { shownText } from "../shown";
import type { CellProps } from "../types";

/** A date or a number as this person reads it. */
export function ShownCell({ field, text }: CellProps) {
  useDisplay();
  return <>{shownText(field.kind, text)}</>;
}
