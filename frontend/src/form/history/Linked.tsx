import { Link } from "@fluentui/react-components";
import { Fragment } from "react";
import type { api } from "../../api";
import { useGo } from "../../frame";
import { useModel } from "../../model";
import { count } from "../../ui";

/** What came to link to a record by a change, or ceased to: "IT System Component added: Archive". */
export function Linked({ linked }: { linked: api.LinkChange[] }) {
  return (
    <ul className="timeline-linked">
      {linked.map((each) => (
        <li key={`${each.table} ${each.field} ${each.how}`}>
          <Told {...each} />
        </li>
      ))}
    </ul>
  );
}

function Told({ table: key, field, how, records, total }: api.LinkChange) {
  const model = useModel();
  const table = model.table(key);
  const by = table.fields.find((each) => each.key === field)?.label ?? field;
  const more = total - records.length;
  return (
    <>
      <span className="quiet">
        {total === 1 ? table.label : `${count(total)} ${table.plural}`} {verbs[how] ?? how}
        {/* Where a table links in several ways, by which. */}
        {by !== model.table(model.fieldAt(key, field)?.target ?? key).label && ` as ${by}`}:{" "}
      </span>
      {records.map((each, i) => (
        <Fragment key={each.record}>
          {i > 0 && ", "}
          <Named {...each} />
        </Fragment>
      ))}
      {more > 0 && ` and ${count(more)} more`}
    </>
  );
}

const verbs: Record<string, string> = {
  added: "added",
  removed: "deleted",
  linked: "linked",
  unlinked: "no longer linked",
};

/** A record by its name, which opens it while it is there. */
function Named({ table, record, name, detail, gone }: api.LinkedRecord) {
  const go = useGo();
  return (
    <>
      {gone ? name : <Link onClick={() => go.record(table, record)}>{name}</Link>}
      {detail && ` (${detail})`}
    </>
  );
}
