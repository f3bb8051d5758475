import { count, dayText, Icon } from "../ui";
import type { RowGroup } from "./grouping";

interface Props {
  id: string;
  group: RowGroup;
  /** What the rows are put together by: "Lifecycle Stage". */
  by: string;
  open: boolean;
  index: number;
  top: number;
  columns: number;
  active: boolean;
}

/** The line of a group, which opens and closes it. The grid listens for it. */
export function GroupRow({ id, group, by, open, index, top, columns, active }: Props) {
  const looks = ["grid-cell", "grid-group-name"];
  if (active) looks.push("grid-active");
  return (
    <div
      role="row"
      className="grid-row grid-group"
      aria-rowindex={index + 2}
      aria-expanded={open}
      data-group={index}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" id={id} className={looks.join(" ")} aria-colspan={columns}>
        <Icon name={open ? "down" : "right"} size={16} />
        <span className="quiet">{by}</span> {dayText(group.text) || "(empty)"}
        <span className="quiet tabular">{count(group.count)}</span>
        {group.figures?.map(({ name, text }) => (
          <span key={name} className="grid-group-figure">
            <span className="quiet">{name}</span> <span className="tabular">{text}</span>
          </span>
        ))}
      </div>
    </div>
  );
}
