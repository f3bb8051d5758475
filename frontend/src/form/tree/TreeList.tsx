import { Button } from "@fluentui/react-components";
import { useEffect, useMemo, useState } from "react";
import type { Field, schema } from "../../api";
import { type Command, keysText, useCommands, useRefusal } from "../../commands";
import { useGo } from "../../frame";
import { useModel } from "../../model";
import { count, counted, ErrorNotice, Icon, useFail } from "../../ui";
import { NoneYet } from "../NoneYet";
import { MoveDialog } from "./MoveDialog";
import { allNodes } from "./nodes";
import { TreeView } from "./TreeView";
import { useMarks } from "./useMarks";
import { useMove } from "./useMove";
import { filterOf, mostNodes, type Tree, type TreeOf, useTree } from "./useTree";
import "./tree.css";

interface TreeListProps {
  table: string;
  via: string;
  parent: schema.Field;
  /** The record that all of them hang on, and its picture. */
  id: string;
  name: string;
  icon: string;
  label: string;
  /** Tells on which record of the tree the person is, undefined on none. */
  onActive(row: { id: string; name: string } | undefined): void;
}

/** So many fields stand beside the names. */
const shownFields = 3;

/** Records as the hierarchy that they form, in which they can be moved. */
export function TreeList({ table, via, parent, id, name, icon, label, onActive }: TreeListProps) {
  const model = useModel();
  const go = useGo();
  const fail = useFail();
  const refusal = useRefusal();
  const fields = useMemo(
    () => fieldsOf(model.view(table).columns, model.table(table), [via, parent.key]),
    [model, table, via, parent],
  );
  const { order } = model.view(table);
  const of = useMemo((): TreeOf => {
    const columns = fields.map(({ key }) => key);
    return { table, via, parent: parent.key, id, name, order, columns };
  }, [table, via, parent, id, name, order, fields]);
  const tree = useTree(of);
  const move = useMove(parent, model.table(table), via === parent.key ? of : undefined);
  const marks = useMarks(tree.lines, tree.at);
  const { moved } = marks;
  const { label: one, plural } = model.table(table);
  const what =
    moved[0] && !moved[1] ? `“${moved[0].row.name}”` : counted(moved.length, one, plural);
  const [moving, setMoving] = useState(false);
  const active = tree.lines[tree.at]?.node?.row;
  useEffect(() => onActive(active), [active, onActive]);

  const list = { table, view: "", filter: filterOf(of), search: "", order };
  const start = moved.length > 0 ? () => setMoving(true) : undefined;
  const commands = commandsOf(label, tree, what, start);
  useCommands(tree.top?.length ? commands : []);
  if (tree.error) return <ErrorNotice error={tree.error} />;
  if (tree.total === undefined) return null;
  if (!tree.top)
    return (
      <p className="quiet">
        {count(tree.total)} are too many for a tree, which shows up to {count(mostNodes)}. Show them
        as a list.
      </p>
    );
  if (tree.top.length === 0) return <NoneYet plural={model.table(table).plural} />;
  return (
    <>
      <div className="row tree-bar">
        {commands.map((command) => (
          <TreeButton key={command.id} command={command} refusal={refusal} />
        ))}
      </div>
      <TreeView
        {...{ tree, marks, label, fields, icon, plural }}
        fixed={refusal !== ""}
        onOpen={(row) => go.record(table, row, {}, list)}
        onMove={(from, to) => move(from, to).then(marks.clear, fail)}
      />
      {moving && (
        <MoveDialog
          {...{ parent, name, what }}
          nodes={moved}
          move={(from, to) => move(from, to).then(marks.clear)}
          top={tree.top}
          onClose={() => setMoving(false)}
        />
      )}
    </>
  );
}

/** What can be done in a tree, besides walking it. */
function commandsOf(section: string, tree: Tree, what: string, move?: () => void): Command[] {
  const parents = () => allNodes(tree.top ?? []).filter(({ below }) => below.length > 0);
  return [
    {
      id: "tree.move",
      writes: true,
      label: move ? `Move ${what} to…` : "Move to…",
      icon: "provision",
      keys: "Mod+Shift+M",
      section,
      enabled: move !== undefined,
      run: () => move?.(),
    },
    {
      id: "tree.open",
      label: "Open all levels",
      icon: "expandAll",
      section,
      run: () => tree.setClosed(new Set()),
    },
    {
      id: "tree.close",
      label: "Close all levels",
      icon: "collapseAll",
      section,
      run: () => tree.setClosed(new Set(parents().map(({ row }) => row.id))),
    },
  ];
}

function TreeButton({ command, refusal }: { command: Command; refusal: string }) {
  const { id, label, icon = "", keys, enabled = true, writes, run } = command;
  const named = id === "tree.move";
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={<Icon name={icon} />}
      disabled={!enabled || (writes && refusal !== "")}
      title={keys ? `${label} (${keysText(keys)})` : label}
      aria-label={named ? undefined : label}
      onClick={run}
    >
      {named && "Move to…"}
    </Button>
  );
}

/** The first fields of a view that a tree does not show by itself. */
function fieldsOf(columns: string[], table: schema.Table, without: string[]): Field[] {
  const own = columns.filter((key) => key !== table.primary && !without.includes(key));
  const fields = own.flatMap((key) => table.fields.find((f) => f.key === key) ?? []);
  return fields.filter(({ kind }) => kind !== "richtext" && kind !== "memo").slice(0, shownFields);
}
