import { Button, Spinner } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type api, Duplicates, Records, type Table } from "../../api";
import { useRefusal } from "../../commands";
import { keys } from "../../frame";
import { ErrorNotice, Icon, useNotify } from "../../ui";
import { FieldChoices } from "./FieldChoices";
import { fieldsOf, placeOf, type Side, takenFrom } from "./fields";
import { MovedLinks } from "./MovedLinks";

interface MergeProps {
  table: Table;
  /** The ids of the two records. */
  a: string;
  b: string;
  /** It is decided; with the id of the record that is gone, where they were merged. */
  onDecided(gone?: string): void;
}

/** Two records side by side: which stays, and from which of them each field comes. */
export function Merge({ table, a, b, onDecided }: MergeProps) {
  const left = useRow(table, a);
  const right = useRow(table, b);
  const error = left.error ?? right.error;
  if (error) return <ErrorNotice error={error} />;
  if (!left.data || !right.data) return <Spinner />;
  return <Choices table={table} rows={{ a: left.data, b: right.data }} onDecided={onDecided} />;
}

function useRow(table: Table, id: string) {
  return useQuery({
    queryKey: [...keys.records, table.key, id],
    queryFn: () => Records.Get(table.key, id),
  });
}

interface ChoicesProps {
  table: Table;
  rows: Record<Side, api.Row>;
  onDecided(gone?: string): void;
}

function Choices({ table, rows, onDecided }: ChoicesProps) {
  const fields = fieldsOf(table, rows);
  const [stays, setStays] = useState<Side>("a");
  const [picked, setPicked] = useState<Record<string, Side>>({});
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const notify = useNotify();
  const refusal = useRefusal();
  const goes = stays === "a" ? "b" : "a";
  const take = takenFrom(fields, rows, picked, stays);
  const decide = async (act: () => Promise<api.Done>, gone?: string) => {
    setBusy(true);
    setError(undefined);
    try {
      notify({ intent: "success", text: (await act()).summary });
      onDecided(gone);
    } catch (reason) {
      setError(reason);
      setBusy(false);
    }
  };
  const merge = () => {
    const [keep, drop] = [rows[stays], rows[goes]];
    const versions = { keepVersion: keep.version, dropVersion: drop.version };
    return Duplicates.Merge({ table: table.key, keep: keep.id, drop: drop.id, ...versions, take });
  };
  const tellApart = () => Duplicates.TellApart(table.key, rows.a.id, rows.b.id);
  const disabled = busy || refusal !== "";
  return (
    <section className="pane duplicates-merge" aria-label="Merge two records">
      <FieldChoices
        {...{ table, rows, fields, stays, picked }}
        onStays={(side) => setStays(side)}
        onPick={(key, side) => setPicked({ ...picked, [key]: side })}
      />
      <footer className="duplicates-foot">
        <MovedLinks {...{ table, rows, stays, goes }} />
        {error !== undefined && <ErrorNotice error={error} />}
        <div className="row">
          <Button
            appearance="primary"
            icon={<Icon name="link" />}
            disabled={disabled}
            title={refusal || undefined}
            onClick={() => decide(merge, rows[goes].id)}
          >
            Merge into “{rows[stays].name}”{placeOf(rows, stays)}
          </Button>
          <Button
            disabled={disabled}
            title={refusal || "Not shown again as likely duplicates"}
            onClick={() => decide(tellApart)}
          >
            They are not the same
          </Button>
        </div>
      </footer>
    </section>
  );
}
