import "./export.css";
import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Radio,
  RadioGroup,
} from "@fluentui/react-components";
import { Jobs } from "../../api";
import type { CurrentList } from "../../commands";
import { useModel } from "../../model";
import { counted, ErrorNotice, ProgressPanel, useFail } from "../../ui";
import { exportLabel, type Picked, requestOf, whyNot } from "./request";
import { TablePicker } from "./TablePicker";
import { useExport } from "./useExport";

interface Props {
  list: CurrentList | undefined;
  picked: Picked;
  onPick(picked: Picked): void;
  onClose(): void;
}

/** Asks what to export and in which form, then writes it, with progress. */
export function ExportDialog({ list, picked, onPick, onClose }: Props) {
  const fail = useFail();
  const { job, error, start } = useExport();
  const reason = whyNot(picked);
  const run = async () => {
    if (await start(requestOf(picked, list))) onClose();
  };
  const close = () => {
    if (job) Jobs.Cancel(job.id).catch(fail);
    else onClose();
  };
  return (
    <Dialog open modalType="modal" onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface className="export">
        <DialogBody>
          <DialogTitle>Export</DialogTitle>
          <DialogContent className="export-content">
            {job ? (
              <ProgressPanel job={job} />
            ) : (
              <Questions list={list} picked={picked} onPick={onPick} />
            )}
            {!job && (
              <span id="export-reason" className="quiet export-reason" aria-live="polite">
                {reason}
              </span>
            )}
            {error !== undefined && <ErrorNotice error={error} />}
          </DialogContent>
          {!job && (
            <DialogActions fluid>
              <Button onClick={close}>Cancel</Button>
              <Button
                appearance="primary"
                aria-describedby="export-reason"
                disabledFocusable={reason !== ""}
                onClick={run}
              >
                {exportLabel(picked)}
              </Button>
            </DialogActions>
          )}
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Questions({ list, picked, onPick }: Omit<Props, "onClose">) {
  const set = (answer: Partial<Picked>) => onPick({ ...picked, ...answer });
  return (
    <>
      {list && (
        <Field label="What">
          <RadioGroup
            layout="horizontal"
            value={picked.what}
            onChange={(_, { value }) => set({ what: value as Picked["what"] })}
          >
            <Radio value="list" label={nameOf(list)} />
            <Radio value="tables" label="Whole tables" />
          </RadioGroup>
        </Field>
      )}
      {list && picked.what === "list" ? (
        <Columns list={list} picked={picked} onPick={onPick} />
      ) : (
        <TablePicker picked={picked.tables} onPick={(tables) => set({ tables })} />
      )}
      <Field label="Form">
        <RadioGroup
          layout="horizontal"
          value={picked.format}
          onChange={(_, { value }) => set({ format: value as Picked["format"] })}
        >
          <Radio value="xlsx" label="Excel workbook, with drop-downs" />
          <Radio value="csv" label="CSV" />
        </RadioGroup>
      </Field>
      <Checkbox
        label="Template: the columns without rows, to be filled in"
        checked={picked.template}
        onChange={(_, { checked }) => set({ template: checked === true })}
      />
    </>
  );
}

/** “Active IT Systems” as it is now, 65 rows. */
function nameOf({ title, total }: CurrentList): string {
  const rows = total === undefined ? "" : `, ${counted(total, "row")}`;
  return `“${title}” as it is now${rows}`;
}

function Columns({
  list,
  picked,
  onPick,
}: Pick<Props, "picked" | "onPick"> & { list: CurrentList }) {
  const { fields } = useModel().table(list.query.table);
  const all = fields.filter((f) => !f.system).length;
  return (
    <Field label="Columns">
      <RadioGroup
        layout="horizontal"
        value={picked.columns}
        onChange={(_, { value }) => onPick({ ...picked, columns: value as Picked["columns"] })}
      >
        <Radio value="shown" label={`The ${list.query.columns.length} of the list`} />
        <Radio value="all" label={`All ${all}`} />
      </RadioGroup>
    </Field>
  );
}
