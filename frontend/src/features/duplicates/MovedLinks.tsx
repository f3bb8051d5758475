import { useQuery } from "@tanstack/react-query";
import { type api, Records, type Table } from "../../api";
import { keys } from "../../frame";
import { useModel } from "../../model";
import { counted } from "../../ui";
import { placeOf, type Side } from "./fields";

interface MovedLinksProps {
  table: Table;
  rows: Record<Side, api.Row>;
  stays: Side;
  goes: Side;
}

/** What becomes of the record that goes, and of what links to it. */
export function MovedLinks({ table, rows, stays, goes }: MovedLinksProps) {
  const model = useModel();
  const selection = {
    table: table.key,
    ids: [rows[goes].id],
    except: [],
  } as unknown as api.Selection;
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
      “{rows[goes].name}”{placeOf(rows, goes)} is deleted.{" "}
      {moved && moved.length > 0
        ? `What links to it links to “${rows[stays].name}”${placeOf(rows, stays)} then: ${moved.join(", ")}.`
        : "Nothing links to it."}{" "}
      It is one change, which Undo takes back.
    </p>
  );
}
