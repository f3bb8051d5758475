import "./export.css";
import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { Jobs } from "../../api";
import { ErrorNotice, Modal, Progress, useFail } from "../../ui";
import type { useExport } from "./useExport";
import { WrittenFile } from "./WrittenFile";

interface Props {
  title: string;
  exporting: ReturnType<typeof useExport>;
  /** The words of the button that begins. */
  label: string;
  /** Why it cannot begin, "" when it can. */
  reason?: string;
  children: ReactNode;
  onStart(): void;
  onClose(): void;
}

/** The dialog of an export: its questions, beside its buttons how far it is, then what is to be known about the file. */
export function ExportFrame(props: Props) {
  const { title, exporting, children, onClose } = props;
  const fail = useFail();
  const { job, error, written } = exporting;
  const close = () => {
    if (job) Jobs.Cancel(job.id).catch(fail);
    else onClose();
  };
  const buttons = written ? (
    <Button appearance="primary" onClick={onClose}>
      Close
    </Button>
  ) : (
    <Buttons {...props} onClose={close} />
  );
  return (
    <Modal title={title} className="export" actions={buttons} onClose={close}>
      <div className="export-content" inert={job !== undefined}>
        {written ? <WrittenFile written={written} /> : children}
        {error !== undefined && <ErrorNotice error={error} />}
      </div>
    </Modal>
  );
}

function Buttons({ exporting: { job }, label, reason = "", onStart, onClose }: Props) {
  return (
    <>
      <div className="export-reason small">
        {job && <Progress job={job} />}
        <span id="export-reason" className="quiet" aria-live="polite">
          {!job && reason}
        </span>
      </div>
      <Button onClick={onClose}>Cancel</Button>
      <Button
        appearance="primary"
        aria-describedby="export-reason"
        disabledFocusable={reason !== "" || job !== undefined}
        onClick={onStart}
      >
        {label}
      </Button>
    </>
  );
}
