import { lazy, type PropsWithChildren, Suspense, useMemo, useState } from "react";
import { type FieldHost, FieldHostProvider } from "../fields";
import { useGo } from "../frame";
import { useModel } from "../model";
import { namedAs } from "./draft";
import { useOpenLink } from "./useOpenLink";

const QuickCreate = lazy(() => import("./QuickCreate"));

interface Creating {
  table: string;
  name: string;
  created: (id: string, name: string) => void;
}

/** Gives the fields below what they ask for: links opened after asking, records opened and made. */
export function FormHost({ children }: PropsWithChildren) {
  const go = useGo();
  const model = useModel();
  const [openLink, question] = useOpenLink();
  const [creating, setCreating] = useState<Creating>();
  const host = useMemo<FieldHost>(
    () => ({
      openLink,
      openRecord: (table, id) => go.record(table, id),
      create: (table, name, created) => setCreating({ table, name, created }),
    }),
    [go, openLink],
  );
  const defaults = useMemo(
    () => creating && namedAs(model.table(creating.table), creating.name),
    [model, creating],
  );
  return (
    <FieldHostProvider host={host}>
      {children}
      {question}
      {creating && (
        <Suspense>
          <QuickCreate
            table={creating.table}
            defaults={defaults}
            open
            once
            onClose={() => setCreating(undefined)}
            onCreated={creating.created}
          />
        </Suspense>
      )}
    </FieldHostProvider>
  );
}
