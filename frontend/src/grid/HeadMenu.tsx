import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  type PositioningImperativeRef,
} from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { GridColumn } from "./useColumns";

export interface HeadMenuAt {
  column: GridColumn;
  target: HTMLElement;
}

export interface HeadActions {
  sort(key: string, descending: boolean): void;
  filter?(key: string): void;
  move(key: string, by: number): void;
  fitWidth(key: string): void;
  hide(key: string): void;
  choose(): void;
}

interface Props {
  at: HeadMenuAt;
  columns: GridColumn[];
  actions: HeadActions;
  onClose(): void;
}

/** What can be done with a column. */
export function HeadMenu({ at, columns, actions, onClose }: Props) {
  const position = useRef<PositioningImperativeRef>(null);
  useEffect(() => position.current?.setTarget(at.target), [at]);
  return (
    <Menu
      open
      onOpenChange={(_, { open }) => !open && onClose()}
      positioning={{ positioningRef: position, position: "below", align: "end" }}
    >
      <MenuPopover>
        <Entries column={at.column} columns={columns} {...actions} />
      </MenuPopover>
    </Menu>
  );
}

type EntriesProps = HeadActions & { column: GridColumn; columns: GridColumn[] };

function Entries({ column, columns, sort, filter, move, fitWidth, hide, choose }: EntriesProps) {
  const { key, primary } = column;
  const [up, down] = sortWords(column);
  const index = columns.indexOf(column);
  return (
    <MenuList>
      <MenuItem onClick={() => sort(key, false)}>{up}</MenuItem>
      <MenuItem onClick={() => sort(key, true)}>{down}</MenuItem>
      <MenuDivider />
      {filter && <MenuItem onClick={() => filter(key)}>Filter by this column…</MenuItem>}
      {filter && <MenuDivider />}
      <MenuItem
        disabled={primary || index <= 1}
        secondaryContent="Ctrl+Shift+←"
        onClick={() => move(key, -1)}
      >
        Move left
      </MenuItem>
      <MenuItem
        disabled={primary || index === columns.length - 1}
        secondaryContent="Ctrl+Shift+→"
        onClick={() => move(key, 1)}
      >
        Move right
      </MenuItem>
      <MenuItem secondaryContent="double-click the edge" onClick={() => fitWidth(key)}>
        Fit the width
      </MenuItem>
      <MenuItem disabled={primary} onClick={() => hide(key)}>
        Hide
      </MenuItem>
      <MenuItem onClick={choose}>Choose columns…</MenuItem>
    </MenuList>
  );
}

/** How sorting a column up and down is said. */
function sortWords({ field }: GridColumn): [string, string] {
  switch (field.kind) {
    case "date":
    case "datetime":
      return ["Sort oldest to newest", "Sort newest to oldest"];
    case "whole":
    case "decimal":
      return ["Sort smallest to largest", "Sort largest to smallest"];
    case "choice":
      return ["Sort in the order of the choices", "Sort in reverse order"];
    default:
      return ["Sort A to Z", "Sort Z to A"];
  }
}
