import { type PropsWithChildren, useMemo, useState } from "react";
import { Window } from "../api";
import { type FieldHost, FieldHostProvider } from "../fields";
import { useGo } from "../frame";
import { useModel } from "../model";
import { ConfirmDialog } from "../ui";
import { namedAs } from "./draft";
import QuickCreate from "./QuickCreate";

interface Creating {
  table: string;
  name: string;
  created: (id: string, name: string) => void;
}

/** Gives the fields below what they ask for: links opened after asking, records opened and made. */
export function FormHost({ children }: PropsWithChildren) {
  const go = useGo();
  const model = useModel();
  const [address, setAddress] = useState("");
  const [creating, setCreating] = useState<Creating>();
  const host = useMemo<FieldHost>(
    () => ({
      openLink: setAddress,
      openRecord: (table, id) => go.record(table, id),
      create: (table, name, created) => setCreating({ table, name, created }),
    }),
    [go],
  );
  const defaults = useMemo(
    () => creating && namedAs(model.table(creating.table), creating.name),
    [model, creating],
  );
  return (
    <FieldHostProvider host={host}>
      {children}
      <ConfirmDialog
        open={address !== ""}
        title="Open this address outside Cadastre?"
        confirm="Open"
        onConfirm={() => Window.OpenLink(address)}
        onClose={() => setAddress("")}
      >
        <p className="form-address">{address}</p>
      </ConfirmDialog>
      {creating && (
        <QuickCreate
          table={creating.table}
          defaults={defaults}
          open
          once
          onClose={() => setCreating(undefined)}
          onCreated={creating.created}
        />
      )}
    </FieldHostProvider>
  );
}
