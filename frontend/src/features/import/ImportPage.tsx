import "./import.css";
import { Button } from "@fluentui/react-components";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { Catalogue } from "../../api";
import { type ImportSearch, useCatalogue, useTakeState } from "../../frame";
import { ConfirmDialog, EmptyState, useFail } from "../../ui";
import { Applied } from "./Applied";
import { ChooseFiles } from "./ChooseFiles";
import { Planning } from "./Planning";
import { PlanView } from "./PlanView";
import { session, useSession } from "./useSession";
import { fileNames } from "./wording";

/** Brings in files: choose, look at the plan, correct it, apply it. */
export function ImportPage() {
  const open = useCatalogue()?.open;
  const state = useSession();
  const arrival = useArrivals(open === true);
  if (open === undefined) return null;
  if (!open) return <NoCatalogue />;
  return (
    <div className="import">
      <Stage state={state} />
      <ConfirmDialog
        open={arrival.question !== undefined}
        title="Begin another import?"
        confirm={`Import ${fileNames(arrival.question ?? [])}`}
        cancel="Keep this one"
        onConfirm={arrival.accept}
        onClose={arrival.decline}
      >
        What you have corrected in this import is lost. Nothing of it has been written.
      </ConfirmDialog>
    </div>
  );
}

function Stage({ state }: { state: ReturnType<typeof useSession> }) {
  if (state.done && state.plan) return <Applied plan={state.plan} done={state.done} />;
  if (state.plan) return <PlanView state={state} plan={state.plan} />;
  if (state.busy) return <Planning state={state} />;
  return <ChooseFiles error={state.error} />;
}

/** Files that come with the address: dropped on the window, or chosen on another page. */
function useArrivals(open: boolean) {
  const { paths } = useSearch({ strict: false }) as ImportSearch;
  const navigate = useNavigate();
  const [question, setQuestion] = useState<string[]>();
  useEffect(() => {
    if (!open || !paths?.length) return;
    const { plan, done, past } = session.state();
    if (plan && !done && past.length > 0) setQuestion(paths);
    else session.begin(paths);
    navigate({ to: "/import", search: {}, replace: true });
  }, [open, paths, navigate]);
  return {
    question,
    accept: () => void session.begin(question ?? []),
    decline: () => setQuestion(undefined),
  };
}

/** An import needs a catalogue to go into; files that have arrived wait for it. */
function NoCatalogue() {
  const take = useTakeState();
  const fail = useFail();
  return (
    <EmptyState
      icon="import"
      title="Which catalogue should the files go into?"
      text="Open a catalogue or begin a new one first."
      actions={
        <>
          <Button appearance="primary" onClick={() => Catalogue.New().then(take, fail)}>
            New catalogue…
          </Button>
          <Button onClick={() => Catalogue.Open().then(take, fail)}>Open…</Button>
        </>
      }
    />
  );
}
