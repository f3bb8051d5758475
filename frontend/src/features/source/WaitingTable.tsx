import { Button, Checkbox } from "@fluentui/react-components";
import { Link, useParams } from "@tanstack/react-router";
import { Fragment, type ReactNode } from "react";
import type { api } from "../../api";
import { useModel } from "../../model";
import { ago, counted, dayText, moment } from "../../ui";
import { type Seen, useDecide } from "./Decisions";
import { type Kind, outcomeWord } from "./kinds";
import type { Outcome } from "./place";

interface Props {
  kind: Kind;
  entries: api.QueueEntry[];
  /** What became of an entry that waits no more. */
  outcome(id: string): Outcome | undefined;
  seen: Seen;
  picked: ReadonlySet<string>;
  onPick(ids: ReadonlySet<string>): void;
  /** How many are not shown. */
  more: number;
  onMore(): void;
}

/** What waits: which cell of which record, what the catalogue holds and what the source says. */
export function WaitingTable({
  kind,
  entries,
  outcome,
  seen,
  picked,
  onPick,
  more,
  onMore,
}: Props) {
  const all = picked.size > 0 && picked.size === seen.ids.length;
  const toggle = (id: string) => {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    onPick(next);
  };
  const proposed = kind === "proposed";
  const wordFor = (became: Outcome | undefined) => became && outcomeWord(kind, became);
  return (
    <section className="waiting-scroll" aria-label="List">
      <table className={proposed ? "waiting-table" : "waiting-table waiting-certain"}>
        <thead>
          <tr>
            <th scope="col" className="waiting-check">
              <Checkbox
                aria-label="Select all that are shown"
                checked={all || (picked.size > 0 && "mixed")}
                disabled={seen.ids.length === 0}
                onChange={() => onPick(new Set(all ? [] : seen.ids))}
              />
            </th>
            <th scope="col" className="waiting-record">
              Record
            </th>
            <th scope="col" className="waiting-field">
              Field
            </th>
            <th scope="col">In the catalogue</th>
            {proposed && <th scope="col">The source says</th>}
            <th scope="col" className="waiting-source">
              Source
            </th>
            {proposed && <th scope="col" className="waiting-act" aria-label="Decide" />}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Row
              key={entry.id}
              entry={entry}
              outcome={wordFor(outcome(entry.id))}
              seen={seen}
              proposed={proposed}
              picked={picked.has(entry.id)}
              onToggle={() => toggle(entry.id)}
            />
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <Button className="waiting-more" appearance="subtle" onClick={onMore}>
          Show more ({counted(more, "other value")})
        </Button>
      )}
    </section>
  );
}

interface RowProps {
  entry: api.QueueEntry;
  /** What became of it, in a word. */
  outcome: string | undefined;
  seen: Seen;
  proposed: boolean;
  picked: boolean;
  onToggle(): void;
}

function Row({ entry, outcome, seen, proposed, picked, onToggle }: RowProps) {
  const model = useModel();
  const { app } = useParams({ from: "/a/$app/waiting" });
  const { table, record, name, field } = entry;
  const label = model.label(table, field);
  return (
    <tr aria-selected={picked} className={outcome && "waiting-decided"}>
      <td className="waiting-check">
        <Checkbox
          aria-label={`Select ${label} of ${name}`}
          checked={picked}
          disabled={outcome !== undefined}
          onChange={onToggle}
        />
      </td>
      <td>
        <Link to="/a/$app/t/$table/$id" params={{ app, table, id: record }}>
          {name}
        </Link>
        <span className="small quiet">{model.table(table).label}</span>
      </td>
      <td>{label}</td>
      <td>
        <Value text={entry.now} />
        {!proposed && (
          <span className="small quiet" tabIndex={-1} ref={outcome ? keepFocus : undefined}>
            {outcome ? `${outcome}.` : entry.why}
          </span>
        )}
      </td>
      {proposed && (
        <td>
          <Value text={entry.proposed} />
          <span className="small quiet">{entry.stuck || entry.why}</span>
        </td>
      )}
      <td>
        {entry.source}
        {entry.since && (
          <span className="small quiet" title={moment(entry.since)}>
            {entry.kind === "stale" ? `last seen ${ago(entry.since)}` : ago(entry.since)}
          </span>
        )}
      </td>
      {proposed && outcome && (
        <td className="waiting-act quiet" tabIndex={-1} ref={keepFocus}>
          {outcome}
        </td>
      )}
      {proposed && !outcome && <Decide entry={entry} seen={seen} label={`${label} of ${name}`} />}
    </tr>
  );
}

/** Takes the focus of the button that was pressed and is gone. */
const keepFocus = (cell: HTMLElement | null) => {
  if (document.activeElement === document.body) cell?.focus();
};

function Value({ text }: { text: string }) {
  return text ? <span>{breakable(dayText(text))}</span> : <span className="quiet">(blank)</span>;
}

/** An address may go on in the next line after its signs, and a word nowhere. */
function breakable(text: string): ReactNode {
  if (!/^https?:/.test(text)) return text;
  return text.split(/(?<=[/.?&])(?![/.?&])/).map((part, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no other name and never move
    <Fragment key={i}>
      {part}
      <wbr />
    </Fragment>
  ));
}

/** Decides about one value. */
function Decide({ entry, seen, label }: { entry: api.QueueEntry; seen: Seen; label: string }) {
  const everything = { kind: "", source: "", table: "", text: "" };
  const { busy, decide } = useDecide(everything, [entry.id], seen);
  return (
    <td className="waiting-act">
      <Button
        size="small"
        disabled={busy || entry.stuck !== ""}
        title={entry.stuck}
        aria-label={`Accept ${label}`}
        onClick={() => decide(true)}
      >
        Accept
      </Button>
      <Button
        size="small"
        appearance="subtle"
        disabled={busy}
        aria-label={`Decline ${label}`}
        onClick={() => decide(false)}
      >
        Decline
      </Button>
    </td>
  );
}
