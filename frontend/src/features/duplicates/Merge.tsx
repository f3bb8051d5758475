import { Button, Spinner } from "@fluentui/react-components";
import { useState } from "react";
import { type api, Duplicates, type Table } from "../../api";
import { registry, useCommands, useRefusal } from "../../commands";
import { count, ErrorNotice, Icon, useNotify, useTakeBack } from "../../ui";
import { FieldChoices } from "./FieldChoices";
import { type Chosen, labelOf, type Plan, planOf, requestOf } from "./fields";
import { MovedLinks } from "./MovedLinks";
import { useCompared } from "./useCompared";

interface MergeProps {
  table: Table;
  /** The ids of the records. */
  ids: string[];
  /** It is decided by a change set; with the ids of the records that are gone, where they were merged. */
  onDecided(seq: number, gone: string[]): void;
}

const nothing: Chosen = { keep: "", apart: [], picked: {} };

/** Records side by side: which stays, which is another thing, and from which of them each field comes. */
export function Merge({ table, ids, onDecided }: MergeProps) {
  const [chosen, setChosen] = useState(nothing);
  const { keep, apart } = chosen;
  const { data, error, isPlaceholderData } = useCompared(table, ids, apart, keep);
  const plan = data && planOf(data, chosen);
  const { busy, failed, decide } = useDecide(onDecided);
  if (error) return <ErrorNotice error={error} />;
  if (!data || !plan) return <Spinner aria-label="Comparing the records" />;
  return (
    <section className="pane duplicates-merge" aria-label="Merge records">
      <FieldChoices
        {...{ table, plan, apart, rows: data.rows, why: keep ? "Your choice." : data.why }}
        onKeep={(id) => setChosen({ ...chosen, keep: id })}
        onApart={(id, out) => setChosen(leftOut(chosen, id, out))}
        onPick={(key, id) => setChosen({ ...chosen, picked: { ...chosen.picked, [key]: id } })}
      />
      <footer className="duplicates-foot">
        <MovedLinks {...{ table, plan, apart, rows: data.rows }} />
        {failed !== undefined && <ErrorNotice error={failed} />}
        <Decide
          {...{ table, plan, chosen, decide }}
          rows={data.rows}
          off={busy || isPlaceholderData}
        />
      </footer>
    </section>
  );
}

/** Whoever stays is chosen anew when it is left out itself. */
function leftOut(chosen: Chosen, id: string, out: boolean): Chosen {
  const apart = chosen.apart.filter((other) => other !== id);
  return {
    ...chosen,
    apart: out ? [...apart, id] : apart,
    keep: out && chosen.keep === id ? "" : chosen.keep,
  };
}

function useDecide(onDecided: MergeProps["onDecided"]) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>();
  const notify = useNotify();
  const takeBack = useTakeBack();
  const decide = async (act: () => Promise<api.Done>, gone: string[]) => {
    setBusy(true);
    setFailed(undefined);
    try {
      const { summary, seq } = await act();
      notify({ intent: "success", text: summary, action: takeBack(seq) });
      onDecided(seq, gone);
    } catch (reason) {
      setFailed(reason);
      setBusy(false);
    }
  };
  return { busy, failed, decide };
}

interface DecideProps {
  table: Table;
  rows: api.Row[];
  plan: Plan;
  chosen: Chosen;
  off: boolean;
  decide(act: () => Promise<api.Done>, gone: string[]): void;
}

/** What can be done about the records: one of them made of all that are ticked, or none. */
function Decide({ table, rows, plan, chosen, off, decide }: DecideProps) {
  const refusal = useRefusal();
  const merged = plan.drop.length + 1;
  const all =
    rows.length === 2 ? "" : merged === rows.length ? `all ${count(merged)} ` : `${count(merged)} `;
  const merge = `Merge ${all}into ${labelOf(rows, plan.keep.id)}`;
  const apart = rows.length > 2 ? "None is the same" : "They are not the same";
  const about = { section: "Duplicates", writes: true };
  useCommands([
    {
      ...about,
      id: "duplicates.merge",
      label: merge,
      icon: "link",
      keys: "Mod+Enter",
      enabled: !off && merged > 1,
      run: () =>
        decide(
          () => Duplicates.Merge(requestOf(table, plan, chosen.apart)),
          plan.drop.map(({ id }) => id),
        ),
    },
    {
      ...about,
      id: "duplicates.apart",
      label: apart,
      icon: "dismiss",
      enabled: !off,
      run: () =>
        decide(
          () =>
            Duplicates.TellApart(
              table.key,
              rows.map(({ id }) => id),
            ),
          [],
        ),
    },
  ]);
  const disabled = off || refusal !== "";
  return (
    <div className="row">
      <Button
        appearance="primary"
        icon={<Icon name="link" />}
        disabled={disabled || merged < 2}
        title={refusal || undefined}
        onClick={() => registry.run("duplicates.merge")}
      >
        <span className="ellipsis">{merge}</span>
      </Button>
      <Button
        disabled={disabled}
        title={refusal || "Not shown again as likely duplicates"}
        onClick={() => registry.run("duplicates.apart")}
      >
        {apart}
      </Button>
    </div>
  );
}
