import { useId, useState } from "react";
import type { schema } from "../../api";
import { Combobox } from "../../fields/parts/Combobox";
import type { Item } from "../../fields/parts/Listbox";
import { ConfirmDialog } from "../../ui";
import { allNodes, pathOf, type TreeNode, whyNot } from "./nodes";
import type { Move } from "./useMove";

interface MoveDialogProps {
  nodes: readonly TreeNode[];
  /** What they are called together. */
  what: string;
  top: readonly TreeNode[];
  /** What the record that all lies below is called. */
  name: string;
  parent: schema.Field;
  move: Move;
  onClose(): void;
}

const toTop = "top";
/** So many places are offered at once; more words find the others. */
const most = 50;

/** Asks below what records shall lie, and puts them there. */
export function MoveDialog({ nodes, what, top, name, parent, move, onClose }: MoveDialogProps) {
  const id = useId();
  const [words, setWords] = useState<string>();
  const [chosen, setChosen] = useState<Item>();
  const places = placesFor(nodes, top, name);
  const found = places.filter(({ text }) =>
    text.toLowerCase().includes((words ?? "").trim().toLowerCase()),
  );
  const target = allNodes(top).find(({ row }) => row.id === chosen?.key);
  return (
    <ConfirmDialog
      open
      title={`Move ${what}`}
      confirm="Move"
      ready={chosen !== undefined}
      onConfirm={() => move(nodes, target)}
      onClose={onClose}
    >
      <div className="stack">
        <label id={`${id}-label`} htmlFor={id}>
          Below which one
        </label>
        <Combobox
          id={id}
          labelledBy={`${id}-label`}
          field={{ ...parent, required: true } as schema.Field}
          value={chosen?.key ?? null}
          text={chosen?.text ?? ""}
          items={found.slice(0, most)}
          onWords={setWords}
          onPick={setChosen}
          onChange={(value) => value === null && setChosen(undefined)}
          nothing="Nothing here has such a name."
          note={found.length > most ? `The first ${most}. Type more to find others.` : undefined}
        />
        <p className="quiet">
          All that lies below {nodes.length > 1 ? "them" : "it"} comes along.
          {nodes.some(({ below }) => below.length > 0) &&
            " None of that is offered here: it would make a circle."}
        </p>
      </div>
    </ConfirmDialog>
  );
}

/** Where nodes may go: directly to the top, or below others. */
function placesFor(nodes: readonly TreeNode[], top: readonly TreeNode[], name: string): Item[] {
  const others = allNodes(top).filter((to) => !whyNot(nodes, to));
  const items = others.map((to) => ({
    key: to.row.id,
    text: to.row.name,
    detail: pathOf(to).join(" › "),
  }));
  if (whyNot(nodes, undefined)) return items;
  return [{ key: toTop, text: name, detail: "At the top" }, ...items];
}
