import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { asApiError } from "../api";
import { useRefusal } from "../commands";
import { useGo } from "../frame";
import { useModel } from "../model";
import { EmptyState, ErrorNotice } from "../ui";
import { HistoryPanel } from "./history/HistoryPanel";

interface NoRecordProps {
  table: string;
  id: string;
  error: unknown;
}

/** Stands where a record cannot be shown, and says why; one that was deleted can be brought back from its history. */
export function NoRecord({ table: key, id, error }: NoRecordProps) {
  const table = useModel().table(key);
  const go = useGo();
  const refusal = useRefusal();
  const [looking, setLooking] = useState(false);
  const fault = asApiError(error);
  if (fault.code !== "not-found") return <ErrorNotice error={error} />;
  const actions = (
    <>
      <Button onClick={() => setLooking(true)}>Look at its history</Button>
      <Button onClick={() => go.list(key)}>Go to {table.plural}</Button>
    </>
  );
  return (
    <>
      <EmptyState
        icon={table.icon}
        title={`This ${table.label} is not here`}
        text={fault.message}
        actions={actions}
      />
      {looking && (
        <HistoryPanel
          {...{ table, id, refusal }}
          name={`a deleted ${table.label}`}
          row={undefined}
          onClose={() => setLooking(false)}
        />
      )}
    </>
  );
}
