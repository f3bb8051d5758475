import { Button } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { Records, type Table } from "../../../api";
import { useRefusal } from "../../../commands";
import { keys, useBringIn, useGo } from "../../../frame";
import { isEmpty, useModel } from "../../../model";
import { EmptyState } from "../../../ui";
import type { ListState } from "./useListSearch";

interface Props {
  table: Table;
  state: ListState;
}

/** Why a list has no rows, and what to do next. */
export function ListEmpty({ table, state }: Props) {
  const { words, filter, view, set, setWords } = state;
  const filtered = !isEmpty(filter);
  const exist = useExist(table);
  if (!words && !filtered && exist === undefined) return null;
  if (!words && !filtered)
    return exist ? <EmptyView table={table} view={view.label} /> : <EmptyTable table={table} />;
  const clear = () => {
    setWords("");
    set.filter({});
  };
  return (
    <EmptyState
      icon="search"
      title={
        words
          ? `Nothing in ${view.label} has “${words}”`
          : `Nothing in ${view.label} meets the conditions`
      }
      text={words && filtered ? "The conditions above the list narrow it as well." : undefined}
      actions={<Button onClick={clear}>Show all of the view</Button>}
    />
  );
}

/** Whether the table has records at all, which the view may not show. */
function useExist(table: Table): boolean | undefined {
  const query = {
    ...{ table: table.key, view: "", columns: [], filter: {} },
    search: "",
    order: [],
  };
  const { data } = useQuery({
    queryKey: [...keys.records, table.key, "exist"],
    queryFn: () => Records.Page({ ...query, offset: 0, limit: 0 }),
  });
  return data && data.total > 0;
}

function EmptyView({ table, view }: { table: Table; view: string }) {
  const go = useGo();
  const model = useModel();
  const all = model.allView(table.key);
  return (
    <EmptyState
      icon={table.icon}
      title={`${view} is empty`}
      text={`There are ${table.plural}, but none that this view shows.`}
      actions={
        all && (
          <Button onClick={() => go.list(table.key, { view: all })}>
            {model.view(table.key, all).label}
          </Button>
        )
      }
    />
  );
}

function EmptyTable({ table }: { table: Table }) {
  const go = useGo();
  const bringIn = useBringIn();
  const refusal = useRefusal();
  return (
    <EmptyState
      icon={table.icon}
      title={`There are no ${table.plural} yet`}
      text="Enter the first one, or bring in the spreadsheet that you have."
      actions={
        <>
          <Button
            appearance="primary"
            disabled={refusal !== ""}
            title={refusal || undefined}
            onClick={() => go.record(table.key, "new")}
          >
            New {table.label}
          </Button>
          <Button onClick={() => bringIn()}>Import a spreadsheet</Button>
        </>
      }
    />
  );
}
