import type { CellProps } from "../types";

/** A value as its text. */
export function PlainCell({ text }: CellProps) {
  return <>{text}</>;
}
