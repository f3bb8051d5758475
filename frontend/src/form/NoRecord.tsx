import { Button } from "@fluentui/react-components";
import { asApiError } from "../api";
import { useGo } from "../frame";
import { useModel } from "../model";
import { EmptyState, ErrorNotice } from "../ui";

/** Stands where a record cannot be shown, and says why. */
export function NoRecord({ table: key, error }: { table: string; error: unknown }) {
  const table = useModel().table(key);
  const go = useGo();
  const fault = asApiError(error);
  if (fault.code !== "not-found") return <ErrorNotice error={error} />;
  return (
    <EmptyState
      icon={table.icon}
      title={`This ${table.label} is not here`}
      text={fault.message}
      actions={<Button onClick={() => go.list(key)}>Go to {table.plural}</Button>}
    />
  );
}
