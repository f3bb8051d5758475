import { Button } from "@fluentui/react-components";
import { type ReactNode, useMemo, useState } from "react";
import type { schema } from "../api";
import { useRefusal } from "../commands";
import { useGo, useLayout } from "../frame";
import { useModel } from "../model";
import { count, Icon } from "../ui";
import { JoinDialog } from "./JoinDialog";
import { LinkDialog } from "./LinkDialog";
import { LinkedGrid } from "./LinkedGrid";
import QuickCreate from "./QuickCreate";
import { linkFilter, useCounts } from "./related";
import { TreeList } from "./tree/TreeList";

interface SubgridProps {
  label: string;
  subgrid: schema.Subgrid;
  /** The table of the record that the others link to, and the record. */
  of: schema.Table;
  id: string;
  name: string;
}

const mostRows = 12;

/** The records that link to this one, as a list or a tree: opened on a click, made with the link already set. */
export function Subgrid({ label, subgrid, of, id, name }: SubgridProps) {
  const { table: key, via } = subgrid;
  const model = useModel();
  const table = model.table(key);
  const parent = subgrid.tree ? model.parent(key) : undefined;
  const [shape, setShape] = useLayout(`subgrid shape ${key}.${via}`, "tree");
  const [active, setActive] = useState<{ id: string; name: string }>();
  const asTree = parent !== undefined && shape === "tree";
  const shown = label || table.plural;
  const below = asTree ? active : undefined;
  return (
    <section className="card form-card subgrid" aria-label={shown}>
      <SubgridHead {...{ shown, subgrid, id }} direct={asTree && via === parent.key}>
        {parent && (
          <Button
            size="small"
            appearance="subtle"
            icon={<Icon name={asTree ? "grid" : "rank"} />}
            onClick={() => setShape(asTree ? "list" : "tree")}
          >
            {asTree ? "Show as list" : "Show as tree"}
          </Button>
        )}
        <AddButton {...{ subgrid, id, name }} parent={parent} below={below} />
      </SubgridHead>
      {parent && asTree ? (
        <TreeList
          {...{ table: key, via, parent, id, name }}
          icon={of.icon}
          label={`${shown} of ${name}`}
          onActive={setActive}
        />
      ) : (
        <LinkedGrid
          {...{ table: key, via, id }}
          label={`${shown} of ${name}`}
          columns={subgrid.columns}
          maxRows={mostRows}
        />
      )}
    </section>
  );
}

interface HeadProps {
  shown: string;
  subgrid: schema.Subgrid;
  id: string;
  /** Those that are counted are not all that is shown: there are more below them. */
  direct: boolean;
  children: ReactNode;
}

/** What is listed and how many they are, with what can be done about it. */
function SubgridHead({ shown, subgrid, id, direct, children }: HeadProps) {
  const go = useGo();
  const { table, via } = subgrid;
  const [total] = useCounts([{ label: shown, tab: "", subgrid }], id);
  return (
    <div className="row spread subgrid-head">
      <h2 className="section-title">
        {shown}{" "}
        {total !== undefined && (
          <span className="quiet">
            {count(total)}
            {direct && total > 0 && " directly below"}
          </span>
        )}
      </h2>
      <div className="row">
        <Button
          size="small"
          appearance="subtle"
          icon={<Icon name="open" />}
          onClick={() => go.list(table, { own: linkFilter(via, id) })}
        >
          Open full list
        </Button>
        {children}
      </div>
    </div>
  );
}

interface AddProps extends Omit<SubgridProps, "label" | "of"> {
  parent: schema.Field | undefined;
  /** The record of the tree that a new one shall lie below. */
  below: { id: string; name: string } | undefined;
}

/** Makes a record with the link already set, or links others that are there; where the records only join two others, several at once. */
function AddButton({ subgrid: { table: key, via }, id, name, parent, below }: AddProps) {
  const model = useModel();
  const refusal = useRefusal();
  const [adding, setAdding] = useState<"new" | "existing">();
  const table = model.table(key);
  const other = model.otherEnd(key, via);
  const target = other?.target && model.table(other.target);
  const start = useMemo(() => {
    const above = parent && below ? { [parent.key]: below } : {};
    const links = { [via]: { id, name }, ...above };
    return {
      values: mapped(links, (link) => link.id),
      texts: mapped(links, (link) => link.name),
    };
  }, [via, id, name, parent, below]);
  const close = () => setAdding(undefined);
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        icon={<Icon name="add" />}
        disabled={refusal !== ""}
        title={below ? `A new ${table.label} below “${below.name}”` : undefined}
        onClick={() => setAdding("new")}
      >
        {target ? `Add ${target.plural}` : `New ${table.label}`}
      </Button>
      {!target && (
        <Button
          size="small"
          appearance="subtle"
          icon={<Icon name="link" />}
          disabled={refusal !== ""}
          onClick={() => setAdding("existing")}
        >
          Add existing…
        </Button>
      )}
      {adding === "existing" && (
        <LinkDialog {...{ table, id, name }} field={model.field(key, via)} onClose={close} />
      )}
      {target && adding && <JoinDialog {...{ table, via, id, name, target }} onClose={close} />}
      {!target && (
        <QuickCreate
          table={key}
          defaults={start.values}
          texts={start.texts}
          open={adding === "new"}
          onClose={close}
        />
      )}
    </>
  );
}

function mapped<T, U>(record: Record<string, T>, by: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, by(value)]));
}
