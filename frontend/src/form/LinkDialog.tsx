import { useMemo } from "react";
import { type Field, Records, type Table } from "../api";
import type { GridSelection } from "../grid";
import { useModel } from "../model";
import { counted, jobEnd, useNotify, useTakeBack } from "../ui";
import { PickDialog } from "./PickDialog";

interface LinkDialogProps {
  /** The table of the records to add, and their lookup to the record that is here. */
  table: Table;
  field: Field;
  id: string;
  name: string;
  onClose(): void;
}

/** Lets records that are there already link to a record, several at once. */
export function LinkDialog({ table, field, id, name, onClose }: LinkDialogProps) {
  const notify = useNotify();
  const takeBack = useTakeBack();
  const { columns } = useModel().view(table.key);
  const others = useMemo(() => othersThan(table, field, id), [table, field, id]);
  async function link({ records: selection }: GridSelection) {
    const begun = await Records.Begin({ kind: "set", selection, values: { [field.key]: id } });
    const { made } = await jobEnd(begun.id);
    if (!made) return;
    notify({
      intent: "success",
      text: `${counted(made.updated, table.label, table.plural)} added to “${name}”`,
      action: takeBack(made.seq),
    });
  }
  return (
    <PickDialog
      table={table}
      title={`Add ${table.plural} to “${name}”`}
      filter={others}
      columns={[table.primary, field.key, ...columns.filter((key) => !isIn(key, table, field))]}
      layoutKey={`link:${table.key}.${field.key}`}
      onAdd={link}
      onClose={onClose}
    >
      <p className="quiet">
        Their {field.label} becomes “{name}”, in place of what it is now.
      </p>
    </PickDialog>
  );
}

const isIn = (key: string, table: Table, field: Field) =>
  key === table.primary || key === field.key;

/** The records that do not link here yet, without those that would come to lie below themselves. */
function othersThan({ key }: Table, { key: attribute, target }: Field, id: string) {
  const conditions = [{ attribute, operator: "ne", values: [id] }];
  if (target !== key) return { conditions };
  const circles = { not: true, conditions: [{ attribute, operator: "over", values: [id] }] };
  return { conditions, groups: [circles] };
}
