import { Button } from "@fluentui/react-components";
import { type api, Import } from "../../api";
import { Icon, useFail, useNotify } from "../../ui";
import { fileName } from "../../ui/format";
import { jobEnd } from "../../ui/useJob";

interface Props {
  plan: api.Plan;
  /** True once the plan was carried out: the file then brings in just what is corrected in it. */
  taken: boolean;
}

/** Writes the file that came in again, with what is to be corrected marked in it. */
export function GiveBack({ plan, taken }: Props) {
  const notify = useNotify();
  const fail = useFail();
  if (plan.toCorrect === 0) return null;
  const save = async () => {
    const job = await Import.GiveBack(plan.job, taken);
    if (!job) return;
    const { result } = await jobEnd(job.id);
    notify({ intent: "success", text: `Saved ${fileName(result)}`, detail: result });
  };
  return (
    <Button
      size={taken ? "small" : "medium"}
      icon={<Icon name="spreadsheet" />}
      onClick={() => save().catch(fail)}
    >
      Save the file with what to correct…
    </Button>
  );
}
