import { useQuery } from "@tanstack/react-query";
import { type api, Records } from "../api";
import { keys } from "../frame";
import { useModel } from "../model";
import { count, counted, ErrorNotice } from "../ui";

/** What links to records that are about to be deleted. */
export function LinkUses({ selection }: { selection: api.Selection }) {
  const { data, error } = useQuery({
    queryKey: [...keys.records, "links", selection],
    queryFn: () => Records.Links(selection),
    staleTime: 0,
  });
  if (error) return <ErrorNotice error={error} />;
  if (!data) return <p className="quiet">Looking for what links to it …</p>;
  if (data.length === 0) return <p>Nothing links here. You can undo this.</p>;
  return (
    <div className="stack">
      <p>These records link here. They stay, and lose this link:</p>
      <ul className="link-uses">
        {data.map((use) => (
          <Use key={`${use.table}.${use.field}`} use={use} />
        ))}
      </ul>
      <p>You can undo this: it brings back the records and the links.</p>
    </div>
  );
}

function Use({ use }: { use: api.LinkUse }) {
  const model = useModel();
  const { label, plural } = model.table(use.table);
  const more = use.count - use.names.length;
  return (
    <li>
      <strong>{counted(use.count, label, plural)}</strong> (
      {model.field(use.table, use.field).label}
      ): {use.names.join(", ")}
      {more > 0 && ` and ${count(more)} more`}
    </li>
  );
}
