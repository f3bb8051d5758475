import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  OverlayDrawer,
  Spinner,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useQuery } from "@tanstack/react-query";
import { type api, History, type Table } from "../api";
import { shownText } from "../fields";
import { keys } from "../frame";
import { ErrorNotice, moment } from "../ui";
import type { RecordWork } from "./useRecord";

/** Everything that ever happened to a record, newest first. */
export function HistoryPanel({ work, onClose }: { work: RecordWork; onClose: () => void }) {
  const { table, draft } = work;
  const { id, name } = draft.base;
  const { data, error } = useQuery({
    queryKey: [...keys.history, table.key, id],
    queryFn: () => History.OfRecord(table.key, id),
  });
  return (
    <OverlayDrawer
      open
      position="end"
      size="medium"
      onOpenChange={(_, { open }) => !open && onClose()}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button
              appearance="subtle"
              aria-label="Close"
              icon={<DismissRegular />}
              onClick={onClose}
            />
          }
        >
          History of “{name}”
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody tabIndex={0}>
        {error && <ErrorNotice error={error} />}
        {!data && !error && <Spinner size="small" label="Reading the journal" />}
        <ol className="timeline">
          {data?.map((set) => (
            <Entry key={set.id} set={set} table={table} id={id} />
          ))}
        </ol>
      </DrawerBody>
    </OverlayDrawer>
  );
}

function Entry({ set, table, id }: { set: api.ChangeSet; table: Table; id: string }) {
  const changes = set.changes.filter(({ record }) => record === id);
  return (
    <li>
      <p className="timeline-head">
        <strong>{set.summary}</strong>
      </p>
      <p className="quiet">
        <time dateTime={set.time}>{moment(set.time)}</time>
        {` · ${set.who}`}
        {changes[0]?.sheet && ` · ${changes[0].sheet}, row ${changes[0].row}`}
      </p>
      {changes.map(({ op, fields }) => (
        <dl key={op} className="timeline-fields">
          {fields.filter(isTold(table)).map(({ field, before, after }) => (
            <div key={field}>
              <dt>{labelOf(table, field)}</dt>
              <dd>
                {op === "update" && <Before text={textOf(table, field, before)} />}
                <ins>{textOf(table, field, op === "delete" ? before : after) || "---"}</ins>
              </dd>
            </div>
          ))}
        </dl>
      ))}
    </li>
  );
}

const Before = ({ text }: { text: string }) => (
  <span className="timeline-before">{text ? <del>{text}</del> : "---"}</span>
);

/** Who changed it and when stands above already. */
const isTold = (table: Table) => (change: api.FieldChange) =>
  !table.fields.find(({ key }) => key === change.field)?.system;

const textOf = (table: Table, key: string, text: string) =>
  shownText(table.fields.find((field) => field.key === key)?.kind, text);

const labelOf = (table: Table, key: string) =>
  table.fields.find((field) => field.key === key)?.label ?? key;
