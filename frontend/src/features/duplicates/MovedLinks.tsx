import { useQuery } from "@tanstack/react-query";
import { type api, Records, type Table } from "../../api";
import { keys } from "../../frame";
import { useModel } from "../../model";
import { counted } from "../../ui";

interface MovedLinksProps {
  table: Table;
  from: api.Row;
  to: api.Row;
}

/** What becomes of the record that goes, and of what links to it. */
export function MovedLinks({ table, from, to }: MovedLinksProps) {
  const model = useModel();
  const selection = { table: table.key, ids: [from.id], except: [] } as unknown as api.Selection;
  const { data } = useQuery({
    queryKey: [...keys.records, "links", selection],
    queryFn: () => Records.Links(selection),
  });
  const moved = data?.map((use) => {
    const { label, plural } = model.table(use.table);
    return counted(use.count, label, plural);
  });
  return (
    <p className="quiet">
      “{from.name}” is deleted.{" "}
      {moved && moved.length > 0
        ? `What links to it links to “${to.name}” then: ${moved.join(", ")}.`
        : "Nothing links to it."}{" "}
      It is one change, which Undo takes back.
    </p>
  );
}
