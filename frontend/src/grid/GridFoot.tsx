import type { ReactNode } from "react";
import { count } from "../ui";

interface Props {
  /** Undefined before the rows have been counted. */
  total: number | undefined;
  picked: number;
  children?: ReactNode;
}

/** How many rows there are, and how many of them are picked. */
export function GridFoot({ total, picked, children }: Props) {
  return (
    <div className="grid-foot">
      <span role="status">
        {total !== undefined && `Rows: ${count(total)}`}
        {picked > 0 && ` · ${count(picked)} selected`}
      </span>
      {children}
    </div>
  );
}
