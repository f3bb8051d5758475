import "./export.css";
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import { Jobs } from "../../api";
import { ErrorNotice, ProgressPanel, useFail } from "../../ui";
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
  return (
    <Dialog open modalType="modal" onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface className="export">
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className="export-content">
            {job && <ProgressPanel job={job} />}
            {written && !job && <WrittenFile written={written} />}
            {!job && !written && children}
            {error !== undefined && <ErrorNotice error={error} />}
          </DialogContent>
          {!job && (
            <DialogActions fluid>
              {written ? (
                <Button appearance="primary" onClick={onClose}>
                  Close
                </Button>
              ) : (
                <>
                  <Button onClick={close}>Cancel</Button>
                  {actions}
                </>
              )}
            </DialogActions>
          )}
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
