export { ConfirmDialog } from "./ConfirmDialog";
export { EmptyState } from "./EmptyState";
export { ErrorNotice, errorDetails } from "./ErrorNotice";
export { Icon } from "./Icon";
export type { IconName } from "./icons";
export { type Notice, NotifyProvider, useFail, useNotify } from "./notify";
export { ProgressPanel, progressText } from "./ProgressPanel";
export { useCopy } from "./useCopy";
export { useJob } from "./useJob";
