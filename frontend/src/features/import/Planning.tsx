import { Button, ProgressBar, Text } from "@fluentui/react-components";
import { useJob } from "../../ui";
import { count, counted } from "../../ui/format";
import type { ImportState } from "./session";
import { session } from "./useSession";
import { fileNames } from "./wording";

/** Files being read for the first time. */
export function Planning({ state }: { state: ImportState }) {
  const { options } = state;
  const job = useJob(state.job?.id) ?? state.job;
  return (
    <section className="import-choose" aria-labelledby="import-title">
      <h1 id="import-title" className="page-title ellipsis">
        Reading {fileNames(options?.paths ?? [])}
      </h1>
      <div className="import-planning">
        <ProgressBar
          aria-label="Reading"
          thickness="large"
          value={job && job.total > 0 ? job.done / job.total : undefined}
        />
        <div className="import-line">
          <Text className="quiet">{job?.phase || "Opening"}</Text>
          <Text className="quiet import-figures">{rowsRead(job)}</Text>
        </div>
        <div>
          <Button autoFocus onClick={() => session.cancel()}>
            Cancel
          </Button>
        </div>
        <Text className="quiet">Nothing is written while the plan is made.</Text>
      </div>
    </section>
  );
}

/** How far reading is: "1,200 of 5,000 rows". */
export function rowsRead(job: ImportState["job"]): string {
  if (!job || (job.done === 0 && job.total === 0)) return "";
  if (job.total > 0) return `${count(job.done)} of ${counted(job.total, "row")}`;
  return counted(job.done, "row");
}
