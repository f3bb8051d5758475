import { Button, ProgressBar, Text } from "@fluentui/react-components";
import { useState } from "react";
import { ApiError, type api, Jobs } from "../api";
import { ErrorNotice } from "./ErrorNotice";
import { count } from "./format";
import { useFail } from "./notify";

/** Long work under way: what is being done, how far it is, and a way to stop it. */
export function ProgressPanel({ job }: { job: api.Job }) {
  const fail = useFail();
  const [cancelling, setCancelling] = useState(false);
  if (job.error) return <ErrorNotice error={new ApiError(job.error)} />;
  const cancel = () => {
    setCancelling(true);
    Jobs.Cancel(job.id).catch(fail);
  };
  return (
    <section className="progress-panel" aria-label={job.phase}>
      <Progress job={job} />
      <Button onClick={cancel} disabled={cancelling || job.finished}>
        {cancelling ? "Stopping" : "Cancel"}
      </Button>
    </section>
  );
}

/** What is being done, and how far it is. */
export function Progress({ job }: { job: api.Job }) {
  return (
    <>
      <div className="row spread">
        <Text>{job.phase}</Text>
        <Text className="quiet tabular">{progressText(job)}</Text>
      </div>
      <ProgressBar
        aria-label={job.phase}
        value={job.total > 0 ? job.done / job.total : undefined}
        thickness="large"
      />
    </>
  );
}

/** How far a job is: "1,200 of 5,000", "1,200", or nothing yet. */
export function progressText({ done, total }: Pick<api.Job, "done" | "total">): string {
  if (total > 0) return `${count(done)} of ${count(total)}`;
  return done > 0 ? count(done) : "";
}
