import "./import.css";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { Import } from "../../api";
import type { ImportSearch } from "../../frame";
import { ConfirmDialog, useNotify } from "../../ui";
import { Applied } from "./Applied";
import { ChooseFiles } from "./ChooseFiles";
import { Planning } from "./Planning";
import { PlanView } from "./PlanView";
import { Prepared } from "./Prepared";
import { RowsAhead } from "./RowsTab";
import { stays } from "./session";
import { usePaste } from "./usePaste";
import { session, useSession } from "./useSession";
import { fileNames } from "./wording";

/** Brings in files: choose, look at the plan, correct it, apply it. */
export function ImportPage() {
  const state = useSession();
  const arrival = useArrivals();
  const rows = state.plan?.job ?? state.previewed;
  usePaste();
  useEffect(() => () => session.leave(), []);
  return (
    <div className="import">
      {rows && <RowsAhead job={rows} />}
      <Stage state={state} />
      {!state.plan && <Prepared />}
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

/** Files that come with the address: dropped on the window, pasted, or chosen on another page. */
function useArrivals() {
  const { paths } = useSearch({ strict: false }) as ImportSearch;
  const navigate = useNavigate();
  const notify = useNotify();
  const [question, setQuestion] = useState<string[]>();
  useEffect(() => {
    if (!paths?.length) return;
    const { plan, done, past } = session.state();
    const refusal = stays(session.state());
    if (refusal) notify({ intent: "warning", text: refusal });
    else if (plan && !done && past.length > 0) setQuestion(paths);
    else session.begin(paths);
    navigate({ to: "/import", search: {}, replace: true });
  }, [paths, navigate, notify]);
  return {
    question,
    accept: () => void session.begin(question ?? []),
    decline: () => {
      const taken = session.state().options?.paths ?? []; // the dialog closes after a yes, too
      if (question?.some((path) => !taken.includes(path))) void Import.Forget(question);
      setQuestion(undefined);
    },
  };
}
