import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  type PositioningImperativeRef,
} from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { schema } from "../api";
import { aggregatesOf, withTotal } from "./totals";
import type { RecordGridProps } from "./types";
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

/** What is said of all rows by a column: how they stand together, and the figure below it. */
export interface Together {
  group: schema.GroupBy | undefined;
  onGroup(group: schema.GroupBy | null): void;
  totals: schema.Measure[];
  onTotals(totals: schema.Measure[]): void;
}

/** Undefined where a grid neither groups nor sums up. */
export function togetherOf({ group, onGroup, totals = [], onTotals }: RecordGridProps) {
  return onGroup && onTotals && ({ group, onGroup, totals, onTotals } as Together);
}

interface Props {
  at: HeadMenuAt;
  columns: GridColumn[];
  actions: HeadActions;
  together: Together | undefined;
  onClose(): void;
}

/** What can be done with a column. */
export function HeadMenu({ at, columns, actions, together, onClose }: Props) {
  const position = useRef<PositioningImperativeRef>(null);
  useEffect(() => position.current?.setTarget(at.target), [at]);
  return (
    <Menu
      open
      onOpenChange={(_, { open }) => !open && onClose()}
      positioning={{ positioningRef: position, position: "below", align: "end" }}
    >
      <MenuPopover>
        <Entries column={at.column} columns={columns} together={together} {...actions} />
      </MenuPopover>
    </Menu>
  );
}

type EntriesProps = HeadActions & Pick<Props, "columns" | "together"> & { column: GridColumn };

function Entries({ column, columns, together, ...actions }: EntriesProps) {
  const { sort, filter, move, fitWidth, hide, choose } = actions;
  const { key, primary } = column;
  const [up, down] = sortWords(column);
  const index = columns.indexOf(column);
  return (
    <MenuList>
      <MenuItem onClick={() => sort(key, false)}>{up}</MenuItem>
      <MenuItem onClick={() => sort(key, true)}>{down}</MenuItem>
      <MenuDivider />
      {filter && <MenuItem onClick={() => filter(key)}>Filter by this column…</MenuItem>}
      {together && <GroupEntries column={column} {...together} />}
      {together && <TotalEntry column={column} {...together} />}
      {(filter || together) && <MenuDivider />}
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

type TogetherProps = Together & { column: GridColumn };

const months: schema.GroupBy["interval"][] = ["month", "quarter", "year"];

function GroupEntries({ column: { key, field }, group, onGroup }: TogetherProps) {
  if (group?.attribute === key)
    return <MenuItem onClick={() => onGroup(null)}>Stop grouping</MenuItem>;
  const by = (interval?: string) => onGroup({ attribute: key, interval } as schema.GroupBy);
  if (field.kind !== "date" && field.kind !== "datetime")
    return <MenuItem onClick={() => by()}>Group by this column</MenuItem>;
  return months.map((interval) => (
    <MenuItem key={interval} onClick={() => by(interval)}>
      Group by {interval}
    </MenuItem>
  ));
}

function TotalEntry({ column: { key, field }, totals, onTotals }: TogetherProps) {
  const chosen = totals.find((total) => total.attribute === key)?.aggregate ?? "";
  const choose = (next = "") => onTotals(withTotal(totals, key, next || undefined));
  return (
    <Menu
      checkedValues={{ total: [chosen] }}
      onCheckedValueChange={(_, { checkedItems }) => choose(checkedItems[0])}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuItem>Total</MenuItem>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemRadio name="total" value="">
            None
          </MenuItemRadio>
          {aggregatesOf(field).map(({ key: aggregate, label }) => (
            <MenuItemRadio key={aggregate} name="total" value={aggregate}>
              {label}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
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
