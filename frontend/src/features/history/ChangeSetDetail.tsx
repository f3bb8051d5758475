import { Button } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type api, History } from "../../api";
import { useRefusal } from "../../commands";
import { keys } from "../../frame";
import { ConfirmDialog, count, ErrorNotice, Icon, moment, originText, useNotify } from "../../ui";
import { Changes } from "./Changes";
import { countsText } from "./counts";

/** One change set: what it was, what it did to each record, and taking it back. */
export function ChangeSetDetail({ seq }: { seq: number }) {
  const { data: set, error } = useChangeSet(seq);
  if (error) return <ErrorNotice error={error} />;
  if (!set) return <section className="history-detail" />;
  return (
    <section className="history-detail" aria-label={set.summary}>
      <header className="history-detail-head">
        <div className="row spread nowrap">
          <h2 className="section-title">{set.summary}</h2>
          <UndoButton set={set} />
        </div>
        <p className="quiet">
          Change {count(set.seq)}, made {originText(set.origin)} by {set.who} on {moment(set.time)}
        </p>
        <p>{countsText(set)}</p>
        <Undoes seq={set.undoes} />
        <Files files={set.files} />
      </header>
      <Changes set={set} />
    </section>
  );
}

/** A set by its number. The journal has no gaps, so that its place from the newest follows from the number. */
function useChangeSet(seq: number) {
  return useQuery({
    queryKey: [...keys.history, "set", seq],
    queryFn: async () => {
      const { total } = await History.List(0, 1);
      const { sets } = await History.List(total - seq, 1);
      return sets[0] ?? null;
    },
  });
}

function Undoes({ seq }: { seq: number }) {
  if (seq === 0) return null;
  return <p className="quiet">Takes back change {count(seq)}</p>;
}

function Files({ files }: { files: string[] }) {
  if (!files?.length) return null;
  return (
    <p className="row">
      <Icon name="spreadsheet" size={16} />
      {files.join(", ")}
    </p>
  );
}

function UndoButton({ set }: { set: api.ChangeSet }) {
  const [asking, setAsking] = useState(false);
  const notify = useNotify();
  const refusal = useRefusal();
  const undo = async () => {
    const done = await History.Undo(set.seq);
    notify({ intent: "success", text: done.summary });
  };
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
      <ConfirmDialog
        open={asking}
        title="Undo this change?"
        confirm="Undo"
        onConfirm={undo}
        onClose={() => setAsking(false)}
      >
        <p>{set.summary}</p>
        <p className="quiet">
          {undoText(set)} The undo is a change of its own: it can be undone too.
        </p>
      </ConfirmDialog>
    </>
  );
}

/** What undoing a set does to the records that it touched. */
function undoText({ created, updated, deleted }: api.ChangeSet): string {
  const parts = [
    created > 0 && `deletes the ${count(created)} that it created`,
    updated > 0 && `puts back the ${count(updated)} that it changed`,
    deleted > 0 && `brings back the ${count(deleted)} that it deleted`,
  ].filter(Boolean);
  return `This ${parts.join(", ")}.`;
}
