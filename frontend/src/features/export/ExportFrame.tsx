import "./export.css";
import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { Jobs } from "../../api";
import { ErrorNotice, Modal, ProgressPanel, useFail } from "../../ui";
import type { useExport } from "./useExport";
import { WrittenFile } from "./WrittenFile";

interface Props {
  title: string;
  exporting: ReturnType<typeof useExport>;
  /** What stands beside Cancel. */
  actions: ReactNode;
  children: ReactNode;
  onClose(): void;
}

/** The dialog of an export: its questions, then how far it is, then what is to be known about the file. */
export function ExportFrame({ title, exporting, actions, children, onClose }: Props) {
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
    <>
      <Button onClick={close}>Cancel</Button>
      {actions}
    </>
  );
  return (
    <Modal title={title} className="export" actions={!job && buttons} onClose={close}>
      <div className="export-content">
        {job && <ProgressPanel job={job} />}
        {written && !job && <WrittenFile written={written} />}
        {!job && !written && children}
        {error !== undefined && <ErrorNotice error={error} />}
      </div>
    </Modal>
  );
}
