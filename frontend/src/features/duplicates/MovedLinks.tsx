import { useQuery } from "@tanstack/react-query";
import { type api, Records, type Table } from "../../api";
import { keys } from "../../frame";
import { useModel } from "../../model";
import { counted } from "../../ui";
import { labelOf, type Plan } from "./fields";

interface MovedLinksProps {
  table: Table;
  rows: api.Row[];
  plan: Plan;
  apart: string[];
}

/** What becomes of the records that go, of what links to them, and of those that are left out. */
export function MovedLinks({ table, rows, plan, apart }: MovedLinksProps) {
  const moved = useLinks(table, plan.drop);
  const [one] = plan.drop;
  if (!one) return <p className="quiet duplicates-moved">Two must be the same for one to stay.</p>;
  const many = plan.drop.length > 1;
  return (
    <p className="quiet duplicates-moved">
      {many ? `The ${plan.drop.length} others are` : `${labelOf(rows, one.id)} is`} deleted, as one
      change, which Undo takes back.{" "}
      {apart.length > 0 && left(apart.map((id) => labelOf(rows, id)))}
      {moved?.length
        ? `What links to ${many ? "them" : "it"} links to ${labelOf(rows, plan.keep.id)} then: ${moved.join(", ")}.`
        : moved && `Nothing links to ${many ? "them" : "it"}.`}
    </p>
  );
}

const left = (names: string[]) =>
  names.length > 1
    ? `${names.join(" and ")} stay apart and are not shown with it again. `
    : `${names[0]} stays apart and is not shown with it again. `;

/** How many records link to some, by table, in words. */
function useLinks(table: Table, to: api.Row[]) {
  const model = useModel();
  const ids = to.map(({ id }) => id);
  const selection = { table: table.key, ids, except: [] } as unknown as api.Selection;
  const { data } = useQuery({
    queryKey: [...keys.records, "links", selection],
    queryFn: () => Records.Links(selection),
    enabled: ids.length > 0,
  });
  return data?.map((use) => {
    const { label, plural } = model.table(use.table);
    return counted(use.count, label, plural);
  });
}
