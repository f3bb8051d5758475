import { Button } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type api, History } from "../../api";
import { useRefusal } from "../../commands";
import { keys } from "../../frame";
import { count, ErrorNotice, Icon, moment, originText } from "../../ui";
import { Changes } from "./Changes";
import { countsText } from "./counts";
import { Left } from "./Left";
import { Told } from "./Told";
import { UndoDialog } from "./UndoDialog";

/** One change set: what it was, what it did to each record, and taking it back. */
export function ChangeSetDetail({ seq }: { seq: number }) {
  const { data: set, error } = useChangeSet(seq);
  if (error) return <ErrorNotice error={error} />;
  if (!set) return <section className="pane history-detail" />;
  return (
    <section className="pane history-detail" aria-label={set.summary}>
      <header className="history-detail-head">
        <div className="row spread nowrap">
          <h2 className="section-title">{set.summary}</h2>
          <UndoButton set={set} />
        </div>
        <p className="quiet">
          Change {count(set.seq)}, made {originText(set.origin)} by {set.who} on {moment(set.time)}
        </p>
        <p>
          {countsText(set)}
          {set.undone && <strong> · undone</strong>}
        </p>
        <Undoes set={set} />
        <Files set={set} />
        {set.origin === "import" && <Left seq={set.seq} />}
        <Told set={set} />
      </header>
      <Changes set={set} />
    </section>
  );
}

function useChangeSet(seq: number) {
  return useQuery({ queryKey: [...keys.history, "set", seq], queryFn: () => History.Set(seq) });
}

function Undoes({ set: { undoes, part } }: { set: api.ChangeSet }) {
  if (part) return <p className="quiet">Takes back a part of change {count(part)}</p>;
  if (undoes === 0) return null;
  return <p className="quiet">Takes back change {count(undoes)}</p>;
}

function Files({ set: { files, mapping } }: { set: api.ChangeSet }) {
  if (!files?.length) return null;
  return (
    <p className="row">
      <Icon name="spreadsheet" size={16} />
      {files.join(", ")}
      {mapping && <span className="quiet">by the mapping “{mapping}”</span>}
    </p>
  );
}

function UndoButton({ set }: { set: api.ChangeSet }) {
  const [asking, setAsking] = useState(false);
  const refusal = useRefusal() || (set.undone ? "It has been undone already." : "");
  return (
    <>
      <Button
        icon={<Icon name="undo" />}
        disabled={refusal !== ""}
        title={refusal || undefined}
        onClick={() => setAsking(true)}
      >
        Undo this change
      </Button>
      {asking && <UndoDialog set={set} onClose={() => setAsking(false)} />}
    </>
  );
}
