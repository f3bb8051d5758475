import { memo } from "react";
import type { Field } from "../../api";
import { kindOf } from "../../fields";
import { useModel } from "../../model";
import { Cut, count, Icon, useDisplay } from "../../ui";
import type { TreeLine } from "./nodes";

interface TreeRowProps {
  id: string;
  line: TreeLine;
  index: number;
  top: number;
  fields: readonly Field[];
  /** The picture of what all lies below. */
  icon: string;
  active: boolean;
  /** It is one of several that are marked; selected is also the active line while none is. */
  marked: boolean;
  selected: boolean;
  /** What is dragged would land here, or may not. */
  drop: "" | "may" | "mayNot";
}

/** One line of a tree. It listens to nothing: the tree does, for all of them. */
export const TreeRow = memo(function TreeRow(props: TreeRowProps) {
  const model = useModel();
  useDisplay(); // its dates and numbers follow a change at once
  const { line, index, top, fields, active, marked, drop } = props;
  const { node, level, open } = line;
  const looks = ["tree-line"];
  if (active) looks.push("tree-active");
  if (marked) looks.push("tree-marked");
  if (drop) looks.push(drop === "may" ? "tree-drop" : "tree-no-drop");
  if (node?.row.state === "inactive") looks.push("tree-inactive");
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and the keys
    <div
      id={props.id}
      role="treeitem"
      aria-level={level}
      aria-posinset={line.place}
      aria-setsize={line.of}
      aria-expanded={open}
      aria-selected={props.selected}
      className={looks.join(" ")}
      data-line={index}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span
        className="tree-name"
        style={{ paddingInlineStart: Math.min(level - 1, deepest) * indent }}
      >
        <span className="tree-twist" data-twist="">
          {open !== undefined && <Icon name={open ? "down" : "right"} size={16} />}
        </span>
        {!node && <Icon name={props.icon} size={16} className="tree-icon" />}
        <Name line={line} />
      </span>
      {node &&
        fields.map((field) => {
          const { values, display } = node.row;
          const shown = { field, value: values[field.key], text: display[field.key] ?? "" };
          return (
            <span key={field.key} className="tree-cell">
              {kindOf(field).cell(shown, model)}
            </span>
          );
        })}
    </div>
  );
});

/** How far a level stands in, in pixels. */
const indent = 16;
/** Lines stand in no further than this; a deeper one names its level instead. */
const deepest = 14;

function Name({ line: { node, name, open, level } }: { line: TreeLine }) {
  if (!node) return <strong className="ellipsis">{name}</strong>;
  return (
    <>
      <Cut className="tree-link ellipsis" data-open="">
        {name || "(no name)"}
      </Cut>
      {level > deepest + 1 && <span className="quiet">level {level}</span>}
      {open === false && <span className="quiet tabular">{count(node.below.length)}</span>}
      {node.row.state === "inactive" && <span className="quiet">inactive</span>}
      {node.elsewhere && <span className="quiet ellipsis">below “{node.elsewhere}”</span>}
    </>
  );
}
