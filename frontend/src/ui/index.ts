export { ConfirmDialog } from "./ConfirmDialog";
export { Cut, isCut, titleWhereCut } from "./Cut";
export {
  type Display,
  dayText,
  display,
  locales,
  momentText,
  setDisplay,
  useDisplay,
} from "./display";
export { followDrag, scrollAtEdge } from "./drag";
export { EmptyState } from "./EmptyState";
export { ErrorNotice, errorDetails } from "./ErrorNotice";
export { ago, count, counted, fileName, fileSize, folderName, found, moment } from "./format";
export { Icon } from "./Icon";
export type { IconName } from "./icons";
export { Modal, useReturnFocus } from "./Modal";
export { type Notice, NotifyProvider, useClearNotices, useFail, useNotify } from "./notify";
export { originIcon, originText } from "./origin";
export { Progress, ProgressPanel, progressText } from "./ProgressPanel";
export { oncePainted } from "./painted";
export { pause } from "./pause";
export { useTakeBack } from "./takeBack";
export { useCopy } from "./useCopy";
export { jobEnd, useJob } from "./useJob";
export { type Paged, useFirstPage, usePages } from "./usePages";
