import { count } from "../ui";

interface Props {
  /** Undefined before the rows have been counted. */
  total: number | undefined;
  picked: number;
}

/** How many rows there are, and how many of them are picked. */
export function GridFoot({ total, picked }: Props) {
  return (
    <div className="grid-foot" role="status">
      {total !== undefined && `Rows: ${count(total)}`}
      {picked > 0 && ` · ${count(picked)} selected`}
    </div>
  );
}
