import { shownText } from "../shown";
import type { CellProps } from "../types";

/** A value as its text. */
export const plainCell = ({ text }: CellProps) => text;

/** A date or a number as this person reads it. */
export const shownCell = ({ field, text }: CellProps) => shownText(field.kind, text);
