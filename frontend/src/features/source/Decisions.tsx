import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { api } from "../../api";
import { registry, useCommands, useRefusal } from "../../commands";
import { count, counted, Icon, useFail, useNotify, useTakeBack } from "../../ui";
import { type Kind, wordsOf } from "./kinds";

interface Props {
  kind: Kind;
  filter: api.QueueFilter;
  /** Those that are selected; none means all of the filter. */
  ids: string[];
  total: number;
  /** Whether what is shown still is of the filter before. */
  coming: boolean;
  /** Why none of them can be accepted, "" when one can. */
  stuck: string;
  seen: Seen;
}

/** What a person looks at while deciding: what has changed since is left. */
export interface Seen {
  /** The last change in what is shown. */
  seq: number;
  /** The entries shown. */
  ids: readonly string[];
  onDecided(ids: readonly string[], accept: boolean): void;
  /** Sends a decision once those before it are made, with what they changed. */
  send(decision: api.QueueDecision): Promise<api.QueueDecided>;
}

/** Decides about what is selected, or about all that is listed; each time one change that undo takes back. */
export function Decisions({ kind, filter, ids, total, coming, stuck, seen }: Props) {
  const { busy, decide } = useDecide(filter, ids, seen);
  const refusal = useRefusal();
  const about =
    ids.length === 0 && total > 1 ? `all ${count(total)}` : counted(ids.length || total, "value");
  const { accept } = wordsOf(kind);
  const off = busy || coming || total === 0;
  useCommands([
    {
      id: "waiting.accept",
      label: `${accept}: ${about}`,
      icon: "check",
      section: "Waiting values",
      writes: true,
      enabled: !off && stuck === "",
      run: () => decide(true),
    },
    ...(kind === "proposed"
      ? [
          {
            id: "waiting.decline",
            label: `Decline: ${about}`,
            icon: "dismiss" as const,
            section: "Waiting values",
            writes: true,
            enabled: !off,
            run: () => decide(false),
          },
        ]
      : []),
  ]);
  const disabled = off || refusal !== "";
  return (
    <div className="row">
      {kind === "proposed" && (
        <Button disabled={disabled} title={refusal} onClick={() => registry.run("waiting.decline")}>
          Decline {about}
        </Button>
      )}
      <Button
        appearance="primary"
        icon={<Icon name="check" />}
        disabled={disabled || stuck !== ""}
        title={refusal || stuck}
        // The second click of two would be about all the others.
        onClick={({ detail }) => detail < 2 && registry.run("waiting.accept")}
      >
        {accept} {about}
      </Button>
    </div>
  );
}

/** Decides, says what came of it and offers to take it back. */
export function useDecide(filter: api.QueueFilter, ids: string[], seen: Seen) {
  const [busy, setBusy] = useState(false);
  const notify = useNotify();
  const fail = useFail();
  const takeBack = useTakeBack();
  const told = ({ done, left }: api.QueueDecided) =>
    notify({
      intent: left.length > 0 ? "warning" : "success",
      text: done.seq > 0 ? done.summary : "Nothing was decided",
      detail: left.slice(0, 3).join(" "),
      action: takeBack(done.seq),
    });
  const decide = (accept: boolean) => {
    setBusy(true);
    seen.onDecided(ids.length > 0 ? ids : seen.ids, accept);
    seen
      .send({ accept, ids, filter, seen: seen.seq } as api.QueueDecision)
      .then(told, fail)
      .finally(() => setBusy(false));
  };
  return { busy, decide };
}
