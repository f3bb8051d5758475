import { useParams } from "@tanstack/react-router";
import { useModel } from "../../model";
import { EmptyState } from "../../ui";
import { List } from "./list/List";

/** The page of a table's records: one of its views, narrowed by words and conditions. */
export function ListPage() {
  const { table = "" } = useParams({ strict: false });
  if (useModel().has(table)) return <List key={table} table={table} />;
  return (
    <EmptyState
      icon="table"
      title="There is no such table"
      text="The address may come from another version of the program."
    />
  );
}
